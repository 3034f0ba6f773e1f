/** A change of a build, and the case of a shipped scenario that turns out otherwise without it. */
export interface Witness {
  readonly component: string;
  readonly trait: string;
  /** The first version with the right value again; empty where none is. */
  readonly until: string;
  readonly article: string;
  /** What its name begins with. */
  readonly variant: string;
  /** Release of the case, as reports name it. */
  readonly release: string;
}

/** Traits of a component, each with `until | article | variant | release` of its witness. */
export type Found = Readonly<Record<string, readonly (readonly [trait: string, rest: string])[]>>;

export function witnessesOf(found: Found): readonly Witness[] {
  return Object.entries(found).flatMap(([component, rows]) =>
    rows.map(([trait, rest]): Witness => {
      const [until = '', article = '', variant = '', release = ''] = rest.split(' | ');
      return { component, trait, until, article, variant, release };
    }),
  );
}
