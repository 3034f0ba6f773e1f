import { render } from 'preact';
import { followAddress } from './address.ts';
import { App } from './app.tsx';
import { followBookmarks } from './bookmark-notes.ts';
import { followCauses } from './causes.ts';
import { openPage } from './desk-state.ts';
import { followKeyboard } from './keyboard.ts';
import { followSession } from './live-session.ts';
import { CannotOpen, isServed, loadPage } from './load-films.ts';
import { followPreferences } from './preferences.ts';
import './style/theme.css';
import './style/frame.css';
import './style/diagram.css';
import './style/views.css';

async function open(place: HTMLElement): Promise<void> {
  followPreferences(document.documentElement);
  try {
    openPage(await loadPage(document));
  } catch (mistake) {
    render(<Refusal mistake={mistake} />, place);
    return;
  }
  if (isServed(document)) followSession();
  followAddress(window);
  followBookmarks();
  followCauses();
  followKeyboard(document);
  place.replaceChildren();
  render(<App />, place);
  // The test of the budget reads when the page could be used.
  requestAnimationFrame(() => performance.mark('usable'));
}

function Refusal({ mistake }: { readonly mistake: unknown }) {
  const reason = mistake instanceof CannotOpen ? mistake.message : `The run cannot be shown: ${String(mistake)}`;
  return (
    <main class="refusal">
      <h1>This page cannot be shown</h1>
      <p role="alert">{reason}</p>
    </main>
  );
}

void open(document.getElementById('page') as HTMLElement);
