import { gzipSync } from 'node:zlib';
import type { FilmPage } from '../film/film.ts';

/** Where the viewer's page takes its films from, and where it says so. */
const place = '<!-- films -->';
const title = '<title>smsim</title>';

/** Films as a page holds them: JSON, gzip, base64. There is no markup in base64, whatever the films say. */
export function packFilms(page: FilmPage): string {
  return gzipSync(JSON.stringify(page), { level: 9 }).toString('base64');
}

/** One self-contained page out of the built viewer and its films. */
export function reportPage(viewer: string, page: FilmPage): string {
  if (viewer.split(place).length !== 2 || !viewer.includes(title)) {
    throw new Error(`the viewer has no ${place} once, or no ${title}: it was not built from this version`);
  }
  const [film] = page.films;
  const name = page.films.length > 1 ? `${film?.scenario.title ?? ''}, side by side` : (film?.scenario.title ?? '');
  const data = `<script type="application/octet-stream" id="films">${packFilms(page)}</script>`;
  return viewer.replace(place, () => data).replace(title, () => `<title>${escaped(name)} - smsim</title>`);
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
