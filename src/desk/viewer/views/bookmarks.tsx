import { addOwnBookmark, goToBookmark, noteOwnBookmark, ownBookmarks, removeOwnBookmark } from '../bookmark-notes.ts';
import { moment } from '../clock.ts';
import { reader, turn } from '../desk-state.ts';
import { lastShown } from '../exam-paper.ts';
import { goTo } from '../moving.ts';

/** Moments that the scenario file marks, and those of the person in front of the page, with their notes. */
export function Bookmarks() {
  const bookmarks = reader.value.film.bookmarks.filter((bookmark) => bookmark.turn <= lastShown.value);
  return (
    <div class="reading" tabIndex={0} role="group" aria-label="Bookmarks">
      <section>
        <h3>Of the scenario</h3>
        <div class="choices">
          <button type="button" onClick={() => goToBookmark(-1)} title="Bookmark before (,)">
            Bookmark before
          </button>
          <button type="button" onClick={() => goToBookmark(1)} title="Next bookmark (.)">
            Next bookmark
          </button>
        </div>
        {bookmarks.length === 0 && <p class="empty">The scenario file marks no moment.</p>}
        <ul class="bookmarks">
          {bookmarks.map((bookmark) => (
            <li key={bookmark.turn} class={bookmark.turn === turn.value ? 'here' : ''}>
              <GoThere at={bookmark.turn} />
              <p>{bookmark.note}</p>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>Your own</h3>
        <button type="button" onClick={addOwnBookmark} title="Bookmark this turn (B)">
          Bookmark this turn
        </button>
        <ul class="bookmarks">
          {ownBookmarks.value.map((bookmark) => (
            <li key={bookmark.turn} class={bookmark.turn === turn.value ? 'here' : ''}>
              <GoThere at={bookmark.turn} />
              <textarea
                rows={2}
                aria-label={`Note of turn ${bookmark.turn}`}
                value={bookmark.note}
                onChange={(event) => noteOwnBookmark(bookmark.turn, event.currentTarget.value)}
              />
              <button type="button" onClick={() => removeOwnBookmark(bookmark.turn)}>
                Remove
              </button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function GoThere({ at }: { readonly at: number }) {
  return (
    <button type="button" class="plain" onClick={() => goTo(at)}>
      <span class="mono">{moment(reader.value, reader.value.timeOf(at))}</span> turn {at}
    </button>
  );
}
