import { z } from 'zod';

/** What a text in a schema stands for, beyond being a text. */
export type TextKind =
  | 'computer'
  | 'site'
  | 'step'
  | 'release'
  | 'claimed'
  | 'component'
  | 'trait'
  | 'setting'
  | 'stream'
  | 'duration'
  | 'moment'
  | 'cron'
  | 'pattern';

interface TextRule {
  readonly kind: TextKind;
  /** What is wrong with a text, as the end of a sentence. */
  readonly complaint?: (text: string) => string | undefined;
}

const registry = z.registry<TextRule>();

/** A text with a spelling of its own; the complaint is reported under the code of the kind. */
export function spelledOut(
  kind: TextKind,
  schema: z.ZodString,
  complaint: (text: string) => string | undefined,
): z.ZodString {
  return schema.register(registry, { kind, complaint });
}

/** The NetBIOS name of a computer of the scenario. */
export function computerName(): z.ZodString {
  return z.string().register(registry, { kind: 'computer' });
}

/** A release of SMS: `2.0 SP1`; `RTM` and `SP1` will do. */
export function releaseName(): z.ZodString {
  return z.string().register(registry, { kind: 'release' });
}

/** What a claim speaks of: a release, `SP2 to SP4` or `site SP2, clients SP1`. */
export function claimedName(): z.ZodString {
  return z.string().register(registry, { kind: 'claimed' });
}

/** A component as SMS names it: `SMS_INVENTORY_DATA_LOADER`. */
export function componentName(): z.ZodString {
  return z.string().register(registry, { kind: 'component' });
}

/** A trait of a component. */
export function traitName(): z.ZodString {
  return z.string().register(registry, { kind: 'trait' });
}

/** The code of a site of the scenario. */
export function siteCode(): z.ZodString {
  return z.string().register(registry, { kind: 'site' });
}

/** A site setting by the name the product gives it. */
export function settingName(): z.ZodString {
  return z.string().register(registry, { kind: 'setting' });
}

/** A stream of chance by the name the product gives it. */
export function streamName(): z.ZodString {
  return z.string().register(registry, { kind: 'stream' });
}

/** A step of the scenario, by its name. */
export function stepName(): z.ZodString {
  return z.string().register(registry, { kind: 'step' });
}

/** What the texts of a schema stand for; undefined for plain texts and for everything else. */
export function textKindOf(schema: z.ZodType): TextKind | undefined {
  return registry.get(schema as z.ZodString)?.kind;
}

/** A text found in a value, with what it stands for. */
export interface FoundText {
  readonly kind: TextKind;
  readonly text: string;
  readonly path: readonly (string | number)[];
  /** Whether the text is the key at the end of the path rather than the value there. */
  readonly isKey: boolean;
  readonly complaint: string | undefined;
}

/** Every text of a value that stands for something, walking value and schema side by side. */
export function findTexts(
  schema: z.ZodType,
  value: unknown,
  path: readonly (string | number)[] = [],
): readonly FoundText[] {
  const rule = registry.get(schema as z.ZodString);
  if (rule !== undefined) {
    if (typeof value !== 'string') return [];
    return [{ kind: rule.kind, text: value, path, isKey: false, complaint: rule.complaint?.(value) }];
  }
  const below = childrenOf(schema, value).flatMap(([part, child, entry]) =>
    findTexts(child, entry, part === undefined ? path : [...path, part]),
  );
  return [...foundKeys(schema, value, path), ...below];
}

/** The keys of a record whose keys stand for something: settings by name, claims by release. */
function foundKeys(schema: z.ZodType, value: unknown, path: readonly (string | number)[]): readonly FoundText[] {
  const { keyType } = definitionOf(schema);
  const rule = keyType === undefined ? undefined : registry.get(keyType as z.ZodString);
  if (rule === undefined || typeof value !== 'object' || value === null) return [];
  return Object.keys(value).map((key) => {
    return { kind: rule.kind, text: key, path: [...path, key], isKey: true, complaint: rule.complaint?.(key) };
  });
}

/** The keys a schema knows at a path of a value, for suggestions. */
export function keysAt(schema: z.ZodType, value: unknown, path: readonly (string | number)[]): readonly string[] {
  const [part, ...rest] = path;
  const found = childrenOf(schema, value).flatMap(([key, child, below]) => {
    if (key === undefined) return keysAt(child, below, path);
    return part !== undefined && String(key) === String(part) ? keysAt(child, below, rest) : [];
  });
  const own = part === undefined ? ownKeys(schema) : [];
  return [...new Set([...own, ...found])];
}

/** Zod's definition of a schema, as far as this walk needs it; its fields are public in `zod/v4/core`. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly items?: readonly z.ZodType[];
  readonly getter?: () => z.ZodType;
}

type Child = readonly [key: string | number | undefined, schema: z.ZodType, value: unknown];

function definitionOf(schema: z.ZodType): Definition {
  return schema._zod.def as unknown as Definition;
}

function ownKeys(schema: z.ZodType): readonly string[] {
  return Object.keys(definitionOf(schema).shape ?? {});
}

function childrenOf(schema: z.ZodType, value: unknown): readonly Child[] {
  const { shape, element, innerType, valueType, options, items, getter } = definitionOf(schema);
  if (innerType !== undefined) return [[undefined, innerType, value]];
  if (getter !== undefined) return [[undefined, getter(), value]];
  if (options !== undefined) return fitting(options, value).map((option) => [undefined, option, value]);
  if (Array.isArray(value)) {
    const below = value as readonly unknown[];
    return below.flatMap((entry, index): Child[] => {
      const child = element ?? items?.[index];
      return child === undefined ? [] : [[index, child, entry]];
    });
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]): Child[] => {
    const child = shape === undefined ? valueType : shape[key];
    return child === undefined ? [] : [[key, child, entry]];
  });
}

/** The alternatives that accept a value; all of them where none does. */
function fitting(options: readonly z.ZodType[], value: unknown): readonly z.ZodType[] {
  const first = options.find((option) => option.safeParse(value).success);
  return first === undefined ? options : [first];
}
