import { documented } from '../provenance.ts';

/** What the log of the Data Loader and its events tell of reports that cannot be loaded. */
export const refusalsProvenance = documented(
  'Q122178 (event 187), Q168093, Q185913, Q192922, Q226891',
  'Type conflict, column of a deleted class, attribute mapped in another case, row of more than 1,962 bytes.',
);

/** Why a report cannot be loaded; nothing of it is stored. */
export type Refusal =
  /** The attribute has another type in the database (Q192922). */
  | { readonly verdict: 'type conflict'; readonly class: string; readonly attribute: string }
  /** AttributeMap has the attribute in another case (Q185913). */
  | { readonly verdict: 'already in AttributeMap'; readonly class: string; readonly attribute: string }
  /** SQL Server refuses the column, as that of a table that is not there any more (Q168093). */
  | {
      readonly verdict: 'column not added';
      readonly class: string;
      readonly attribute: string;
      readonly table: string;
      readonly message: string;
    }
  /** The statement is what the Data Loader prints into its log (Q226891). */
  | {
      readonly verdict: 'row too long';
      readonly class: string;
      readonly table: string;
      readonly statement: string;
      readonly message: string;
    };

/** Whether something could be loaded. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'verdict' in value && verdicts.has(String(value.verdict));
}

const verdicts: ReadonlySet<string> = new Set<Refusal['verdict']>([
  'type conflict',
  'already in AttributeMap',
  'column not added',
  'row too long',
]);
