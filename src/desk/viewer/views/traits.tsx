import type { FilmProcess } from '../../film/film.ts';
import type { FilmReader } from '../../film/film-reader.ts';

interface TraitsProps {
  readonly of: FilmReader;
  readonly process: FilmProcess;
  /** The same component in the other run. */
  readonly other: FilmProcess | undefined;
}

/** In which ways this build departs from the right behaviour, and in which it differs from the other run's build. */
export function Traits({ of, process, other }: TraitsProps) {
  const differs = (name: string, value: string): boolean => {
    const beside = other?.traits.find((trait) => trait.name === name);
    return other !== undefined && beside?.value !== value;
  };
  const traits = process.traits.toSorted(
    (a, b) => rank(a.right, differs(a.name, a.value)) - rank(b.right, differs(b.name, b.value)),
  );
  if (traits.length === 0) return null;
  return (
    <table class="traits">
      <thead>
        <tr>
          <th scope="col">How this build behaves</th>
          <th scope="col">Where that comes from</th>
        </tr>
      </thead>
      <tbody>
        {traits.map(({ name, value, right, source }) => (
          <tr key={name} class={`${right === null ? '' : 'departs'} ${differs(name, value) ? 'differs' : ''}`}>
            <td>
              {name}: <b>{value}</b>
              {right !== null && <span class="right-is">right is: {right}</span>}
              {differs(name, value) && <span class="how">other in the other run</span>}
            </td>
            <td>{of.text(source)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function rank(right: string | null, differs: boolean): number {
  return differs ? 0 : right === null ? 2 : 1;
}

interface DifferencesProps {
  readonly names: readonly string[];
  readonly processes: readonly (FilmProcess | undefined)[];
}

/** What one build has otherwise than the other: its version, and the traits that were changed. */
export function Differences({ names, processes }: DifferencesProps) {
  const valueOf = (process: FilmProcess | undefined, trait: string): string =>
    process?.traits.find(({ name }) => name === trait)?.value ?? '-';
  const traits = new Set(processes.flatMap((process) => process?.traits.map(({ name }) => name) ?? []));
  const other = [...traits].filter((trait) => new Set(processes.map((process) => valueOf(process, trait))).size > 1);
  if (other.length === 0) return <p class="hint">Both runs have this component with the same behaviour.</p>;
  return (
    <table class="traits">
      <thead>
        <tr>
          <th scope="col">What differs</th>
          {names.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {other.map((trait) => (
          <tr key={trait} class="differs">
            <td>{trait}</td>
            {processes.map((process, index) => (
              <td key={index}>
                <b>{valueOf(process, trait)}</b>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
