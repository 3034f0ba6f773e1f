/**
 * A finished run as data for a page: everything that a viewer shows, and nothing that it would have to run. Texts that
 * return stand once, in `strings`; columns of numbers hold differences where that packs better. `film-reader.ts` is the
 * way to read one, and the only place that knows the packing.
 */
export interface Film {
  /** Of this shape; a viewer refuses another one. */
  readonly format: 1;
  /** Version of smsim. */
  readonly smsim: string;
  readonly scenario: FilmScenario;
  readonly clock: FilmClock;
  /** In the order of the lanes: site servers, access points, logon points and servers, clients. */
  readonly computers: readonly FilmComputer[];
  readonly strings: readonly string[];
  readonly records: RecordColumns;
  /** What was written or read earlier and so led to a record, beside its cause: pairs of record numbers. */
  readonly links: readonly (readonly [record: number, earlier: number])[];
  readonly arrows: readonly FilmArrow[];
  /** What existed at the scenario's start. */
  readonly world: WorldAtStart;
  /** What each turn changed; turns that changed nothing have none. Ascending turns. */
  readonly frames: readonly Frame[];
  readonly components: readonly FilmComponent[];
  readonly processes: readonly FilmProcess[];
  readonly story: Readonly<Record<'story' | 'outline', readonly FilmStoryLine[]>>;
  readonly sources: readonly FilmSource[];
  readonly bookmarks: readonly FilmBookmark[];
  readonly exam: readonly FilmQuestion[];
  /** What was left out because the run is too long for a page, in words; empty where nothing was. */
  readonly leftOut: readonly string[];
}

/** Index into `strings`. */
export type Text = number;

export interface FilmScenario {
  readonly title: string;
  readonly file: string;
  readonly kb: string | null;
  readonly description: string | null;
  readonly release: string;
  readonly variant: string;
  readonly seed: number;
  readonly turns: number;
  readonly head: string;
  readonly verdict: string;
  readonly mismatches: readonly {
    readonly expectation: string;
    readonly actual: string;
    readonly turn: number;
    readonly line: number;
  }[];
}

/** Times are milliseconds since 1970-01-01 UTC, in true time. */
export interface FilmClock {
  /** Standard name of the zone of the site server, in whose time a page shows everything. */
  readonly zone: string;
  readonly start: number;
  readonly end: number;
  /** Minutes to add to UTC from each instant on; ascending, the first one at or before `start`. */
  readonly offsets: readonly (readonly [from: number, minutes: number])[];
  /** The last turn before the scenario's start, and the last one of the run. */
  readonly firstTurn: number;
  readonly lastTurn: number;
}

export interface FilmComputer {
  readonly name: string;
  /** As the page's lane is labelled: `site server`, `client access point`, `logon server`, `client`. */
  readonly role: string;
  readonly operatingSystem: string;
  readonly site: string | null;
}

/** Records of the scenario, from number `first` on; all columns are of one length. */
export interface RecordColumns {
  readonly first: number;
  /** Difference to the record before. */
  readonly turn: readonly number[];
  /** How far back the cause is: own number less the cause's; 0 for the outside world. */
  readonly cause: readonly number[];
  /** Difference to the record before. */
  readonly time: readonly number[];
  readonly process: readonly Text[];
  /** Index into `traceKinds` of the kernel. */
  readonly kind: readonly number[];
  readonly subject: readonly Text[];
  readonly detail: readonly Text[];
}

/** A message or a file copy on its way from one computer to another (indices into `computers`). */
export interface FilmArrow {
  readonly from: number;
  readonly to: number;
  /** Instants in true time; equal where nothing is known of the way. */
  readonly sent: number;
  readonly arrived: number;
  /** The turn in which it arrived or was whole. */
  readonly turn: number;
  readonly record: number;
  readonly kind: 'message' | 'file copy' | 'file read' | 'registry';
  readonly label: Text;
}

export interface WorldAtStart {
  readonly files: readonly FileFact[];
  readonly registry: readonly RegistryFact[];
  readonly tables: readonly TableFact[];
  /** State of each process's machine: pairs of process and state. */
  readonly states: readonly (readonly [process: number, state: Text])[];
}

/** A file or folder as it is; `content` is null for files that are a size only, or too large to show. */
export interface FileFact {
  readonly computer: number;
  readonly path: Text;
  readonly folder: boolean;
  readonly size: number;
  /** Last written, in the computer's own clock. */
  readonly written: number;
  readonly content: Text | null;
}

/** A registry value as it is; `name` '' is the default value. A key without values has one fact with value null. */
export interface RegistryFact {
  readonly computer: number;
  readonly key: Text;
  readonly name: Text;
  readonly value: Text | null;
}

/** The value of a column as SQL gives it; texts stand here themselves, so that they differ from numbers. */
export type FilmCell = string | number | null;

/** A table of a site database with its rows by rowid. */
export interface TableFact {
  readonly site: string;
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly [rowid: number, values: readonly FilmCell[]])[];
}

/** What one turn changed: each thing once at most, as it is after the turn. */
export interface Frame {
  readonly turn: number;
  readonly files?: readonly FileChange[];
  readonly registry?: readonly (RegistryFact | (Omit<RegistryFact, 'value'> & { readonly gone: true }))[];
  readonly rows?: readonly RowChange[];
  readonly states?: readonly (readonly [process: number, state: Text | null])[];
}

/** A file that was made or changed (`put`), that only grew (`append`: the text at its end), or that is gone. */
export type FileChange =
  | ({ readonly change: 'put' } & FileFact)
  | {
      readonly change: 'append';
      readonly computer: number;
      readonly path: Text;
      readonly size: number;
      readonly written: number;
      readonly text: Text;
    }
  | { readonly change: 'gone'; readonly computer: number; readonly path: Text };

/** A row that was written (`values`) or deleted (null). A table without columns before carries them here. */
export interface RowChange {
  readonly site: string;
  readonly table: string;
  readonly columns?: readonly string[];
  readonly rowid: number;
  readonly values: readonly FilmCell[] | null;
}

/** A component that some process of the film runs, with its drawing. */
export interface FilmComponent {
  readonly name: string;
  readonly layout: MachineLayout;
}

/** A state diagram that has been laid out; units are CSS pixels. */
export interface MachineLayout {
  readonly width: number;
  readonly height: number;
  readonly states: readonly {
    /** As transition records name it. */
    readonly name: string;
    readonly label: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    /** The state around it. */
    readonly parent: string | null;
    readonly initial: boolean;
    readonly final: boolean;
  }[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly label: string;
    readonly points: readonly (readonly [x: number, y: number])[];
    readonly labelAt: readonly [x: number, y: number] | null;
  }[];
}

/** A program that ran on a computer, with the build of it. */
export interface FilmProcess {
  readonly computer: number;
  readonly component: string;
  /** As records name it: `COMPUTER/component`. */
  readonly id: string;
  readonly file: string;
  readonly version: string;
  readonly traits: readonly {
    readonly name: string;
    readonly value: string;
    /** The right behaviour, where this build departs from it. */
    readonly right: string | null;
    readonly source: Text;
  }[];
}

export interface FilmStoryLine {
  readonly turn: number;
  readonly time: number;
  readonly text: string;
  readonly times: number;
}

/** Where something that the run rests on comes from: `CCIM32: sleeping --wake--> cycle`, `default of "..."`. */
export interface FilmSource {
  readonly name: string;
  readonly kind: 'documented' | 'inferred' | 'assumed';
  readonly source: string;
}

/** A moment that the scenario file marks, with its note. */
export interface FilmBookmark {
  readonly turn: number;
  readonly note: string;
}

/** A question of the scenario's exam; the engine has worked the key out. */
export interface FilmQuestion {
  /** The page stops after this turn. */
  readonly turn: number;
  readonly ask: string;
  /** What kind of answer is expected. */
  readonly kind: 'file' | 'state' | 'time' | 'text';
  /** What to choose from, in a seeded order; empty where the answer is typed. */
  readonly choices: readonly string[];
  readonly key: string;
  /** For `time`: how many milliseconds off still count. */
  readonly tolerance: number;
  /** Steps towards the answer; each one that is asked for costs a part of the points. */
  readonly hints: readonly string[];
  readonly points: number;
  /** The turn in which the answer shows itself. */
  readonly answerTurn: number;
}

/** What a page holds: one film, or two of one scenario side by side. */
export interface FilmPage {
  readonly films: readonly Film[];
  /** Of two films: which turn of the one answers to which of the other, aligned by cause; ascending in both. */
  readonly alignment: readonly (readonly [turn: number, otherTurn: number])[];
}
