import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Film, FilmPage } from '../../../src/desk/film/film.ts';
import { packFilms, reportPage } from '../../../src/desk/report/index.ts';

const viewer = '<!doctype html><head><title>smsim</title></head><body><!-- films --><script>show()</script></body>';

function pageOf(...titles: readonly string[]): FilmPage {
  const films = titles.map((title) => ({ format: 1, scenario: { title } }) as unknown as Film);
  return { films, alignment: [] };
}

function filmsIn(html: string): unknown {
  const data = /<script type="application\/octet-stream" id="films">([A-Za-z0-9+/=]*)<\/script>/.exec(html)?.[1] ?? '';
  return JSON.parse(gunzipSync(Buffer.from(data, 'base64')).toString('utf8'));
}

function tagsOf(html: string): readonly string[] {
  return html.match(/<[^>]*>/g) ?? [];
}

describe('the page of a report', () => {
  it('holds its films and the viewer', () => {
    const page = pageOf('A resync');
    const html = reportPage(viewer, page);
    expect(filmsIn(html)).toEqual(page);
    expect(html).toContain('<title>A resync - smsim</title>');
    expect(html).toContain('<script>show()</script>');
  });

  it.each(['<script>alert(1)</script>', '</title><img src=x>', '<!-- films -->', "$& $' $` $1", '"\'&'])(
    'shows a scenario named %s as text: no markup comes of it',
    (name) => {
      const html = reportPage(viewer, pageOf(name));
      expect(tagsOf(html)).toEqual(tagsOf(reportPage(viewer, pageOf('plain'))));
      expect(filmsIn(html)).toEqual(pageOf(name));
    },
  );

  it('says in its title that two runs stand side by side', () => {
    expect(reportPage(viewer, pageOf('A resync', 'A resync'))).toContain(
      '<title>A resync, side by side - smsim</title>',
    );
  });

  it('refuses a viewer that has no place for films, or two', () => {
    expect(() => reportPage('<title>smsim</title>', pageOf('a'))).toThrow('was not built from this version');
    expect(() => reportPage(`${viewer}<!-- films -->`, pageOf('a'))).toThrow('was not built from this version');
  });

  it('is the same page for the same films', () => {
    expect(packFilms(pageOf('A resync'))).toBe(packFilms(pageOf('A resync')));
  });
});
