import { chain } from '../causes.ts';
import { moment } from '../clock.ts';
import { reader, records, turn } from '../desk-state.ts';
import { goTo } from '../moving.ts';
import { Sentence } from '../sentence.tsx';
import type { FilmSource } from '../../film/film.ts';
import { provenanceOf } from '../provenance.ts';

/** What happened in the turn, why it came about, and where the rules come from that made it so. */
export function ThisTurn() {
  return (
    <div class="reading" tabIndex={0} role="group" aria-label="This turn">
      <Causes />
      <Happened />
      <Sources />
    </div>
  );
}

function Causes() {
  return (
    <section>
      <h3>What led to it</h3>
      {chain.value.length === 0 && <p class="empty">Nothing: the run stands before its first turn.</p>}
      <ol class="causes">
        {chain.value.map((link) => (
          <li key={link.record}>
            <button type="button" class="plain" disabled={link.turn === turn.value} onClick={() => goTo(link.turn)}>
              <span class="mono when">{moment(reader.value, link.time)}</span>
              <span class="what">
                <Sentence text={link.text} />
                {link.times > 1 && <b class="times"> {link.times} times</b>}
                {link.readBy !== undefined && <i class="read-by">read by {link.readBy.process}</i>}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Happened() {
  return (
    <section>
      <h3>What happened, record by record</h3>
      <ol class="records">
        {records.value.map((record) => (
          <li key={record.record} class={record.kind}>
            <span class="kind">{record.kind}</span>
            <span class="what">
              <Sentence text={reader.value.inWords(record)} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Sources() {
  const { ofTurn, ofComponents } = provenanceOf(reader.value, turn.value);
  return (
    <section>
      <h3>Where this comes from</h3>
      {ofTurn.length === 0 && <p class="empty">This turn took no step of a component.</p>}
      <SourceList sources={ofTurn} />
      {ofComponents.length > 0 && (
        <details>
          <summary>What the components of this turn rest on besides ({ofComponents.length})</summary>
          <SourceList sources={ofComponents} />
        </details>
      )}
    </section>
  );
}

function SourceList({ sources }: { readonly sources: readonly FilmSource[] }) {
  return (
    <dl class="sources">
      {sources.map(({ name, kind, source }) => (
        <div key={name}>
          <dt>
            <span class={`standing ${kind}`}>{kind}</span> {name}
          </dt>
          <dd>{source}</dd>
        </div>
      ))}
    </dl>
  );
}
