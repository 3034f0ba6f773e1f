/**
 * Where a default, timing, format, transition or trait comes from. `documented`: an article or guide page says so;
 * `inferred`: it follows from the named sources; `assumed`: the sources are silent and this is our choice.
 */
export interface Provenance {
  readonly standing: 'documented' | 'inferred' | 'assumed';
  /** Article numbers (`Q231232`), guide pages (`Resource Guide ch. 14`) or what the assumption rests on. */
  readonly source: string;
  /** One sentence for the reader of a report; required for assumptions. */
  readonly note?: string;
}

/** A fact stated by a source. */
export function documented(source: string, note?: string): Provenance {
  return { standing: 'documented', source, ...(note === undefined ? {} : { note }) };
}

/** A fact that follows from sources without being stated there. */
export function inferred(source: string, note?: string): Provenance {
  return { standing: 'inferred', source, ...(note === undefined ? {} : { note }) };
}

const assumptions: Provenance[] = [];

/**
 * A choice of ours where the sources are silent; the note says what was chosen and why. Assumptions are constants of
 * modules, so that the reference can list every one, whether or not a run ever comes to it.
 */
export function assumed(note: string, source = 'sources silent'): Provenance {
  const assumption: Provenance = { standing: 'assumed', source, note };
  assumptions.push(assumption);
  return assumption;
}

/** Every assumption of the modules that are loaded, sorted by what was chosen. */
export function allAssumptions(): readonly Provenance[] {
  return assumptions.toSorted((a, b) => ((a.note ?? '') < (b.note ?? '') ? -1 : 1));
}
