import { describe, expect, it } from 'vitest';
import { TripwireTouched, Tripwires } from '../../src/runner/index.ts';

describe('tripwires', () => {
  it.each([
    ['Math.random', () => Math.random()],
    ['Date', () => Date.now()],
    ['Date', () => new Date()],
    ['performance', () => performance.now()],
    ['setTimeout', () => setTimeout(() => undefined, 0)],
    ['Intl', () => new Intl.Collator()],
  ])('throw when a run touches %s', (what, touch) => {
    expect(() => new Tripwires().during<unknown>(touch)).toThrow(new TripwireTouched(what));
  });

  it('are gone afterwards, also after a failure', () => {
    const fail = (): never => {
      throw new Error('something else');
    };
    expect(() => new Tripwires().during(fail)).toThrow('something else');
    expect(Math.random()).toBeLessThan(1);
    expect(new Date(0).getTime()).toBe(0);
  });

  it('spare what is exempted, and only that', () => {
    const tripwires = new Tripwires();
    tripwires.during(() => {
      expect(tripwires.exempt(() => Math.random())).toBeLessThan(1);
      expect(() => Math.random()).toThrow(TripwireTouched);
    });
  });

  it('stay gone when something is exempted later', () => {
    const tripwires = new Tripwires();
    tripwires.during(() => undefined);
    expect(tripwires.exempt(() => 1)).toBe(1);
    expect(Math.random()).toBeLessThan(1);
  });

  it('hand back what a quiet body returns', () => {
    expect(new Tripwires().during(() => 7)).toBe(7);
  });
});
