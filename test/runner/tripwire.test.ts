import { describe, expect, it } from 'vitest';
import { TripwireTouched, withTripwires } from '../../src/runner/index.ts';

describe('tripwires', () => {
  it.each([
    ['Math.random', () => Math.random()],
    ['Date', () => Date.now()],
    ['Date', () => new Date()],
    ['performance', () => performance.now()],
    ['setTimeout', () => setTimeout(() => undefined, 0)],
    ['Intl', () => new Intl.Collator()],
  ])('throw when a run touches %s', (what, touch) => {
    expect(() => withTripwires<unknown>(touch)).toThrow(new TripwireTouched(what));
  });

  it('are gone afterwards, also after a failure', () => {
    expect(() =>
      withTripwires(() => {
        throw new Error('something else');
      }),
    ).toThrow('something else');
    expect(Math.random()).toBeLessThan(1);
    expect(new Date(0).getTime()).toBe(0);
  });

  it('spare what is exempted, and only that', () => {
    withTripwires((exempt) => {
      expect(exempt(() => Math.random())).toBeLessThan(1);
      expect(() => Math.random()).toThrow(TripwireTouched);
    });
  });

  it('stay gone when what was exempted is used later', () => {
    const later = withTripwires((exempt) => () => exempt(() => 1));
    expect(later()).toBe(1);
    expect(Math.random()).toBeLessThan(1);
  });

  it('hand back what a quiet body returns', () => {
    expect(withTripwires(() => 7)).toBe(7);
  });
});
