import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import { guard } from './guard.ts';
import type { LiveDesk } from './live-desk.ts';

/** What a server of the desk is made of. */
export interface AppOptions {
  readonly desk: LiveDesk;
  /** The page, as it was built. */
  readonly page: string;
  /** The port that requests have to be addressed to. */
  readonly port: () => number;
  /** How long a line may take before it is stopped, in milliseconds. */
  readonly longest: number;
}

/** Most bytes of a request: a line that somebody types. */
const largestBody = 64 * 1024;

/** Most pages that hear of a session at one time. */
const mostListeners = 16;

/** The server of a live session: its page, its film, and a line at a time. */
export function deskApp({ desk, page, port, longest }: AppOptions): Hono {
  const app = new Hono();
  app.use(guard(port));
  app.use(bodyLimit({ maxSize: largestBody, onError: (context) => context.text('this request is too large', 413) }));
  app.get('/', (context) => context.html(page));
  app.get('/api/films', async (context) => context.json(await desk.film()));
  app.get('/api/standing', (context) => context.json(desk.standing));
  app.get('/api/scenarios', async (context) => context.json(await desk.shelf));
  app.get('/api/complete', (context) => {
    const [candidates, end] = desk.complete(context.req.query('line') ?? '');
    return context.json({ candidates, end });
  });
  app.post('/api/command', async (context) => {
    const line = await textIn(context, 'line');
    if (line === undefined) return context.text('a command is {"line": "..."}', 400);
    const answer = await stoppable(context, longest, (signal) => desk.do(line, signal));
    return context.json({ ...answer, standing: desk.standing });
  });
  app.post('/api/scenario', async (context) => {
    const file = await textIn(context, 'file');
    if (file === undefined) return context.text('a scenario is {"file": "..."}', 400);
    if (!(await desk.open(file))) return context.text('there is no such scenario; /api/scenarios lists them', 404);
    return context.json(desk.standing);
  });
  app.get('/api/live', (context) => live(context, desk));
  app.notFound((context) => context.text('there is nothing here', 404));
  app.onError((error, context) => context.text(error.message, 500));
  return app;
}

/**
 * Does something that ends when it has taken too long or nobody waits for it any more. The timer is held here: signals
 * of AbortSignal.any that nothing else holds may be collected by Node before they fire.
 */
async function stoppable<T>(context: Context, longest: number, body: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  const timer = setTimeout(stop, longest);
  context.req.raw.signal.addEventListener('abort', stop);
  try {
    return await body(controller.signal);
  } finally {
    clearTimeout(timer);
    context.req.raw.signal.removeEventListener('abort', stop);
  }
}

/** One text of a body that is an object; undefined where the body is something else. */
async function textIn(context: Context, name: string): Promise<string | undefined> {
  const body: unknown = await context.req.json().catch(() => undefined);
  if (typeof body !== 'object' || body === null) return undefined;
  const value: unknown = Object.hasOwn(body, name) ? (body as Readonly<Record<string, unknown>>)[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** Tells a page where the session stands, whenever that changes, until the page is closed. */
function live(context: Context, desk: LiveDesk): Response {
  if (desk.listeners >= mostListeners) return context.text('too many pages are open', 429);
  return streamSSE(context, async (stream) => {
    await new Promise<void>((resolve) => {
      const tell = (standing: LiveDesk['standing']): void => {
        void stream.writeSSE({ event: 'standing', data: JSON.stringify(standing) });
      };
      const stop = desk.listen(tell);
      stream.onAbort(() => {
        stop();
        resolve();
      });
      tell(desk.standing);
    });
  });
}
