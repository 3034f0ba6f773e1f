import type { Context, MiddlewareHandler } from 'hono';

/** Most characters of an address; nothing here has a longer one. */
const longestAddress = 2000;

/**
 * Lets in what the page itself asks, and nobody else: the request is addressed to this computer by name (a foreign name
 * that leads here is a rebound one), comes from no other site, and changes something only as JSON, which no form sends.
 */
export function guard(port: () => number): MiddlewareHandler {
  return async (context, next) => {
    const hosts = [`127.0.0.1:${port()}`, `localhost:${port()}`];
    const reason = refusal(context, hosts);
    if (reason !== undefined) return context.text(reason.why, reason.status);
    await next();
    context.header('Cache-Control', 'no-store');
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('X-Frame-Options', 'DENY');
    context.header('Referrer-Policy', 'no-referrer');
    context.header('Cross-Origin-Resource-Policy', 'same-origin');
    context.header('Content-Security-Policy', policy);
    return undefined;
  };
}

const policy =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:; " +
  "connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

interface Reason {
  readonly status: 400 | 403 | 414 | 415;
  readonly why: string;
}

function refusal({ req }: Context, hosts: readonly string[]): Reason | undefined {
  if (req.url.length > longestAddress) return { status: 414, why: 'this address is too long' };
  if (!hosts.includes(req.header('host') ?? '')) return { status: 403, why: 'this server answers to 127.0.0.1 only' };
  const origin = req.header('origin');
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`)) {
    return { status: 403, why: 'this server answers to its own page only' };
  }
  const site = req.header('sec-fetch-site') ?? 'same-origin';
  if (site !== 'same-origin' && site !== 'none') return { status: 403, why: 'another site may not ask this server' };
  const isJson = /^application\/json(?:;|$)/i.test(req.header('content-type') ?? '');
  if (req.method === 'POST' && !isJson) return { status: 415, why: 'this server takes JSON' };
  return undefined;
}
