import { DiagramPane } from './diagram/diagram-pane.tsx';
import { Help } from './help.tsx';
import { Header } from './header.tsx';
import { Transport } from './transport.tsx';
import { alone } from './desk-state.ts';
import { ViewPane } from './view-pane.tsx';

/** The whole page: what it is about, where it stands, the diagram and a view beside it. */
export function App() {
  return (
    <div class="page">
      <Header />
      <Transport />
      <main class="panes" data-alone={alone.value ?? 'both'}>
        {alone.value !== 'view' && <DiagramPane />}
        {alone.value !== 'diagram' && <ViewPane />}
      </main>
      <Help />
    </div>
  );
}
