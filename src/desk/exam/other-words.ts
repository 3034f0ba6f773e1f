import { minute, padded, type Duration } from '../../kernel/index.ts';

/** A value with other names in all its texts, keys included; a name counts where it stands alone, in any case. */
export function renamedIn<Value>(value: Value, names: ReadonlyMap<string, string>): Value {
  if (names.size === 0) return value;
  const known = new Map([...names].map(([name, other]) => [name.toUpperCase(), other]));
  const all = [...known.keys()].toSorted((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(`(?<![\\w-])(?:${all.join('|')})(?![\\w-])`, 'gi');
  return mapped(value, (text) => text.replaceAll(pattern, (name) => known.get(name.toUpperCase()) ?? name)) as Value;
}

/** A text with every clock reading in it so much later; past midnight the clock begins anew. */
export function shiftedClocks(text: string, later: Duration): string {
  return text.replaceAll(/\b(\d{1,2}):(\d{2})\b/g, (_all, hours: string, minutes: string) => {
    const total = (Number(hours) * 60 + Number(minutes) + Math.round(later / minute)) % (24 * 60);
    return `${padded(Math.floor(total / 60))}:${padded(total % 60)}`;
  });
}

function mapped(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((entry: unknown) => mapped(entry, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [change(key), mapped(entry, change)]));
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
