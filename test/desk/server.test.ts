import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FilmReader, type Film } from '../../src/desk/film/index.ts';
import { filmOfSession, LiveDesk, serve, type DeskServer } from '../../src/desk/server/index.ts';
import { Seat, type RealTime } from '../../src/desk/shell/index.ts';
import { live } from './live.ts';

const page = '<!doctype html><title>the desk</title>';
const beats = new Set<() => void>();
let wall = 0;

const time: RealTime = {
  now: () => wall,
  every: (_milliseconds, call) => {
    beats.add(call);
    return () => void beats.delete(call);
  },
};

const keeper = { keep: async () => ({ ok: false as const, reason: 'nothing is kept here' }) };
const shelf = {
  list: async () => ['scenarios/a.yaml'],
  open: async (file: string) => (file === 'scenarios/a.yaml' ? new Seat(live(), keeper) : undefined),
};

let desk: LiveDesk;
let server: DeskServer;

async function open(pace?: number): Promise<void> {
  desk = new LiveDesk({
    ...{ seat: new Seat(live(), keeper), shelf, time, pace },
    film: ({ session }) => filmOfSession(session, { smsim: 'a test', layoutOf: () => undefined }),
  });
  server = await serve({ desk, page, port: 0, longest: 5000 });
}

beforeAll(() => open());
afterAll(() => server.close());

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A request as any program can make it, headers and all. */
function ask(
  path: string,
  { method = 'GET', headers = {}, body }: Asked = {},
): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const json = { 'content-type': 'application/json' };
const post = (path: string, value: unknown, headers: Readonly<Record<string, string>> = {}) =>
  ask(path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(value) });

const command = async (line: string): Promise<{ text: string; ok: boolean; standing: LiveDesk['standing'] }> => {
  const { status, text } = await post('/api/command', { line });
  expect(status, text).toBe(200);
  return JSON.parse(text) as { text: string; ok: boolean; standing: LiveDesk['standing'] };
};

/** What a server tells, piece by piece. */
function hearing({ body }: Response): () => Promise<string> {
  if (body === null) throw new Error('the server tells nothing');
  const reader = body.getReader();
  return async () => new TextDecoder().decode((await reader.read()).value);
}

describe('the server', () => {
  it('shows the page, which may load nothing from elsewhere', async () => {
    const response = await fetch(server.address);
    expect(await response.text()).toBe(page);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('does a line of the shell, and says where the session stands', async () => {
    expect(await command('run until 09:00')).toMatchObject({
      ok: true,
      standing: { computer: 'SMSSRV1', folder: 'C:\\' },
    });
    expect((await command('invsync hw SMSNTCLI8')).text).toContain('has been sent to SMSNTCLI8');
    expect(await command('invsink')).toMatchObject({
      ok: false,
      text: expect.stringContaining('did you mean "invsync"?'),
    });
  });

  it('does lines one after another, however they come', async () => {
    const before = desk.standing.turn;
    const answers = await Promise.all(Array.from({ length: 5 }, () => command('step')));
    expect(answers.map(({ text }) => Number(/turn (\d+)/.exec(text)?.[1]))).toEqual(
      [1, 2, 3, 4, 5].map((n) => before + n),
    );
  });

  it('makes the film of the session so far, and leaves the session as it was', async () => {
    await command('run 1h');
    const before = desk.standing;
    const { films } = JSON.parse((await ask('/api/films')).text) as { films: [Film] };
    expect(desk.standing).toEqual(before);
    const reader = new FilmReader(films[0]);
    expect(reader.turns().at(-1)).toBe(before.turn);
    expect(await command('trace 1')).toMatchObject({ ok: true, text: expect.stringContaining(`turn ${before.turn}`) });
  });

  it('completes what is typed', async () => {
    const { text } = await ask(`/api/complete?line=${encodeURIComponent('dir \\\\SMSS')}`);
    expect(JSON.parse(text)).toEqual({ candidates: ['\\\\SMSSRV1\\'], end: '\\\\SMSS' });
  });

  it('stops a line that takes too long', async () => {
    expect(await command('run 3650d')).toMatchObject({ ok: false, text: expect.stringContaining('stopped') });
  });

  it('opens a scenario of its shelf and no other', async () => {
    expect(JSON.parse((await ask('/api/scenarios')).text)).toEqual(['scenarios/a.yaml']);
    expect((await post('/api/scenario', { file: 'scenarios/a.yaml' })).status).toBe(200);
    for (const file of [
      '../package.json',
      '/etc/passwd',
      'scenarios/../../x.yaml',
      'C:\\x.yaml',
      'scenarios/a.yaml\u0000',
    ]) {
      expect((await post('/api/scenario', { file })).status, file).toBe(404);
    }
  });

  it('tells whoever listens where the session stands', async () => {
    const stop = new AbortController();
    const response = await fetch(`${server.address}api/live`, { signal: stop.signal });
    const heard = hearing(response);
    expect(await heard()).toContain('event: standing');
    const { standing } = await command('step');
    expect(await heard()).toContain(`"turn":${standing.turn}`);
    stop.abort();
    await expect.poll(() => desk.listeners).toBe(0);
  });
});

describe('the server refuses', () => {
  const own = (): string => new URL(server.address).host;

  it.each([
    ['a foreign Host', { host: 'smsim.example.com' }],
    ['the right Host with another port', { host: '127.0.0.1:1' }],
    ['a foreign Origin', { origin: 'https://example.com' }],
    ['an Origin of null', { origin: 'null' }],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
  ])('%s', async (_name, headers) => {
    const before = desk.standing;
    for (const path of ['/', '/api/films', '/api/live']) expect((await ask(path, { headers })).status).toBe(403);
    expect((await post('/api/command', { line: 'step' }, headers)).status).toBe(403);
    expect(desk.standing).toEqual(before);
  });

  it('nothing of its own page', async () => {
    const headers = { origin: `http://${own()}`, 'sec-fetch-site': 'same-origin' };
    expect((await post('/api/command', { line: 'step' }, headers)).status).toBe(200);
    expect((await ask('/', { headers: { host: own().replace('127.0.0.1', 'localhost') } })).status).toBe(200);
  });

  it.each([
    [
      'text that a form could send',
      { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"line":"step"}' },
      415,
    ],
    ['what is no JSON', { method: 'POST', headers: json, body: '{' }, 400],
    ['a body that is no command', { method: 'POST', headers: json, body: '{"line":1}' }, 400],
    ['a body that is a list', { method: 'POST', headers: json, body: '[]' }, 400],
    [
      'a body that is too large',
      { method: 'POST', headers: json, body: JSON.stringify({ line: 'x'.repeat(70_000) }) },
      413,
    ],
    ['a look where something is done', { method: 'GET' }, 404],
    ['a method that nobody uses', { method: 'DELETE' }, 404],
  ])('%s', async (_name, asked, status) => {
    const before = desk.standing;
    expect((await ask('/api/command', asked)).status).toBe(status);
    expect(desk.standing).toEqual(before);
  });

  it.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%5c..%5cwindows',
    '/scenarios/a.yaml',
    '//example.com/x',
    '/api',
  ])('the path %s', async (path) => {
    expect((await ask(path)).status).toBeGreaterThanOrEqual(400);
  });

  it('an address that is too long', async () => {
    expect((await ask(`/api/complete?line=${'x'.repeat(5000)}`)).status).toBe(414);
  });

  it('more listeners than it can serve', async () => {
    const stop = new AbortController();
    const open = Array.from({ length: 17 }, () => fetch(`${server.address}api/live`, { signal: stop.signal }));
    const statuses = (await Promise.all(open)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
    stop.abort();
    await expect.poll(() => desk.listeners).toBe(0);
  });
});

describe('a server with a pace', () => {
  it('lets time pass by the clock on the wall and tells what happens', async () => {
    await server.close();
    await open(3600);
    const stop = new AbortController();
    const response = await fetch(`${server.address}api/live`, { signal: stop.signal });
    const more = hearing(response);
    let heard = '';
    for (let hour = 0; hour < 24; hour++) {
      wall += 1000;
      for (const beat of beats) beat();
    }
    while (!/"passed":"1999/.test(heard)) heard += await more();
    stop.abort();
    expect(desk.standing.now).toBeGreaterThan(0);
  });
});
