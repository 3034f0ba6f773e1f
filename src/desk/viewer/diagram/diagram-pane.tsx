import { asList, showAsList } from '../panes.ts';
import { alone, readers, shown, view } from '../desk-state.ts';
import { runName } from '../header.tsx';
import { Diagram } from './diagram.tsx';
import { TurnList } from './turn-list.tsx';
import { zoomBy, zoomToFit } from './zoom.ts';

/** The space-time diagram with its tools, or the same as a list. */
export function DiagramPane() {
  return (
    <section class="pane diagram-pane" aria-labelledby="diagram-title">
      <div class="bar">
        <h2 id="diagram-title">Space-time diagram</h2>
        <div class="tools" role="group" aria-label="Diagram">
          <button type="button" onClick={() => zoomBy(0.8)} aria-label="Zoom out" title="Zoom out (−)">
            −
          </button>
          <button type="button" onClick={() => zoomBy(1.25)} aria-label="Zoom in" title="Zoom in (+)">
            +
          </button>
          <button type="button" onClick={zoomToFit} title="The whole run (W)">
            Whole run
          </button>
          <button type="button" aria-pressed={asList.value} onClick={showAsList} title="As a list (T)">
            List
          </button>
          <button type="button" class="other-pane" onClick={() => (alone.value = 'view')} title="The views (M)">
            Views
          </button>
          <button
            type="button"
            class="widen"
            aria-pressed={alone.value === 'diagram'}
            onClick={() => (alone.value = alone.value === 'diagram' ? null : 'diagram')}
            title="The diagram alone (M)"
          >
            Enlarge
          </button>
        </div>
      </div>
      {asList.value ? <TurnList /> : <Diagrams />}
      {!asList.value && <Legend />}
    </section>
  );
}

/** The run that is shown; while two are compared both, beside each other. */
function Diagrams() {
  if (view.value !== 'compare' || readers.value.length < 2) return <Diagram key={shown.value} film={shown.value} />;
  return (
    <div class="both-diagrams">
      {([0, 1] as const).map((film) => (
        <section key={film} class={shown.value === film ? 'shown' : ''}>
          <h3>{runName(film)}</h3>
          <Diagram film={film} />
        </section>
      ))}
    </div>
  );
}

function Legend() {
  return (
    <ul class="legend" aria-label="Arrows">
      <li class="message">message</li>
      <li class="copy">file copy</li>
      <li class="read">file read</li>
      <li class="registry">registry</li>
      <li class="cause">led to this turn</li>
    </ul>
  );
}
