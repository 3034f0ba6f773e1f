import type { ComponentType } from 'preact';
import { alone, view, views, type ViewName } from './desk-state.ts';
import { Bookmarks } from './views/bookmarks.tsx';
import { Compare } from './views/compare.tsx';
import { Database } from './views/database.tsx';
import { NtEvents } from './views/nt-events.tsx';
import { Exam } from './views/exam.tsx';
import { Folders } from './views/folders.tsx';
import { Logs } from './views/logs.tsx';
import { Registry } from './views/registry.tsx';
import { Shell } from './views/shell.tsx';
import { StateDiagrams } from './views/state-diagrams.tsx';
import { StatusMessages } from './views/status-messages.tsx';
import { Story } from './views/story.tsx';
import { ThisTurn } from './views/this-turn.tsx';

const components: Readonly<Record<ViewName, ComponentType>> = {
  story: Story,
  step: ThisTurn,
  states: StateDiagrams,
  folders: Folders,
  registry: Registry,
  database: Database,
  logs: Logs,
  status: StatusMessages,
  events: NtEvents,
  bookmarks: Bookmarks,
  exam: Exam,
  shell: Shell,
  compare: Compare,
};

/** The view that is chosen, under the tabs of all. */
export function ViewPane() {
  const Shown = components[view.value];
  return (
    <section class="pane" aria-label="Views">
      <div class="bar">
        <div class="tabs" role="tablist" aria-label="View" onKeyDown={moveAlongTabs}>
          {views.value.map(([name, label], index) => (
            <button
              key={name}
              id={`tab-${name}`}
              type="button"
              role="tab"
              aria-selected={view.value === name}
              aria-controls="view"
              tabIndex={view.value === name ? 0 : -1}
              title={index < 10 ? `${label} (${(index + 1) % 10})` : label}
              onClick={() => (view.value = name)}
            >
              {label}
            </button>
          ))}
        </div>
        <button type="button" class="other-pane" onClick={() => (alone.value = 'diagram')} title="The diagram (M)">
          Diagram
        </button>
        <button
          type="button"
          class="widen"
          aria-pressed={alone.value === 'view'}
          onClick={() => (alone.value = alone.value === 'view' ? null : 'view')}
          title="The view alone (M)"
        >
          Enlarge
        </button>
      </div>
      <div id="view" class="view" role="tabpanel" aria-labelledby={`tab-${view.value}`}>
        <Shown />
      </div>
    </section>
  );
}

function moveAlongTabs(event: KeyboardEvent): void {
  const direction = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  const names = views.value.map(([name]) => name);
  const next = names[(names.indexOf(view.value) + direction + names.length) % names.length];
  if (direction === 0 || next === undefined) return;
  event.preventDefault();
  view.value = next;
  document.getElementById(`tab-${next}`)?.focus();
}
