import { civilTime, isoTime, padded, parseDuration, weekday, type Duration, type Instant } from '../kernel/index.ts';

/** What `${...}` can stand for while a scenario runs. */
export interface RunValues {
  /** What the site server's clock shows. */
  readonly now: Instant;
  /** What it showed when the run began. */
  readonly start: Instant;
  readonly seed: number;
  readonly release: string;
}

/** `${now - 61d | YYYY/MM/DD hh:mm.ss}` taken apart. */
interface Expression {
  readonly base: 'now' | 'start' | 'seed' | 'release';
  readonly shift: Duration;
  readonly format: string | undefined;
}

const placeholder = /\$\{([^{}]*)\}/g;
const expression = /^(now|start|seed|release)\s*(?:([+-])\s*([^|]+?))?\s*(?:\|\s*(.+?))?\s*$/;

/** The names of a text's placeholders that are no values of the run: parameters, or mistakes. */
export function unresolvedNames(text: string): readonly string[] {
  return [...text.matchAll(placeholder)].flatMap(([, inner = '']) =>
    parse(inner) === undefined ? [inner.trim()] : [],
  );
}

/**
 * Puts parameters in the place of `${name}` in every text of a value, keys included. A text that is nothing but one
 * placeholder becomes the parameter's own value, so that numbers stay numbers.
 */
export function withParameters(value: unknown, parameters: ReadonlyMap<string, unknown>): unknown {
  if (parameters.size === 0) return value;
  return mapTexts(value, (text) => {
    const whole = /^\$\{([^{}]*)\}$/.exec(text)?.[1]?.trim();
    if (whole !== undefined && parameters.has(whole)) return parameters.get(whole);
    return text.replaceAll(placeholder, (all, name: string) => {
      const key = name.trim();
      return parameters.has(key) ? String(parameters.get(key)) : all;
    });
  });
}

/** Computes every `${now ...}`, `${start ...}`, `${seed}` and `${release}` in the texts of a value. */
export function withRunValues(value: unknown, run: RunValues): unknown {
  return mapTexts(value, (text) =>
    text.replaceAll(placeholder, (all, inner: string) => {
      const parsed = parse(inner);
      return parsed === undefined ? all : evaluate(parsed, run);
    }),
  );
}

/** A time by a format of YYYY YY MM DD hh mm ss SSS, MMM (Nov) and ddd (Mon); other characters stand for themselves. */
export function formatTime(time: Instant, format: string): string {
  const t = civilTime(time);
  const names: Readonly<Record<string, string>> = {
    YYYY: padded(t.year, 4),
    YY: padded(t.year % 100),
    MMM: months.slice((t.month - 1) * 3, t.month * 3),
    MM: padded(t.month),
    DD: padded(t.day),
    hh: padded(t.hour),
    mm: padded(t.minute),
    ss: padded(t.second),
    SSS: padded(t.millisecond, 3),
    ddd: weekdays.slice(weekday(time) * 3, weekday(time) * 3 + 3),
  };
  return format.replaceAll(/YYYY|YY|MMM|MM|DD|hh|mm|SSS|ss|ddd/g, (token) => names[token] ?? token);
}

const months = 'JanFebMarAprMayJunJulAugSepOctNovDec';
const weekdays = 'SunMonTueWedThuFriSat';

function parse(inner: string): Expression | undefined {
  const [, base, sign, amount, format] = expression.exec(inner.trim()) ?? [];
  if (base !== 'now' && base !== 'start' && base !== 'seed' && base !== 'release') return undefined;
  const duration = amount === undefined ? 0 : parseDuration(amount);
  if (duration === undefined) return undefined;
  if ((base === 'seed' || base === 'release') && (sign !== undefined || format !== undefined)) return undefined;
  return { base, shift: sign === '-' ? -duration : duration, format };
}

function evaluate({ base, shift, format }: Expression, run: RunValues): string {
  if (base === 'seed') return String(run.seed);
  if (base === 'release') return run.release;
  const time = (base === 'now' ? run.now : run.start) + shift;
  return format === undefined ? isoTime(time) : formatTime(time, format);
}

function mapTexts(value: unknown, change: (text: string) => unknown): unknown {
  if (typeof value === 'string') return value.includes('${') ? change(value) : value;
  if (Array.isArray(value)) return value.map((entry: unknown) => mapTexts(entry, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key.includes('${') ? String(change(key)) : key,
      mapTexts(entry, change),
    ]),
  );
}

/** How a parameter row names its case: `client=SMSNTCLI8, kind=hw`. */
export function caseName(parameters: ReadonlyMap<string, unknown>): string {
  return [...parameters].map(([name, value]) => `${name}=${String(value)}`).join(', ');
}
