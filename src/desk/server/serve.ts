import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { deskApp } from './app.ts';
import type { LiveDesk } from './live-desk.ts';

export interface ServeOptions {
  readonly desk: LiveDesk;
  readonly page: string;
  /** 0: one that is free. */
  readonly port: number;
  /** How long a line may take, in milliseconds. */
  readonly longest?: number;
}

/** A server that listens, until it is closed. */
export interface DeskServer {
  readonly address: string;
  close(): Promise<void>;
}

const defaultLongest = 60_000;

/** Opens a server on this computer's own address, which no other computer reaches. */
export async function serve({ desk, page, port, longest = defaultLongest }: ServeOptions): Promise<DeskServer> {
  let listening = port;
  const app = deskApp({ desk, page, port: () => listening, longest });
  const server = createServer(
    { requestTimeout: 30_000, headersTimeout: 10_000, maxHeaderSize: 16_384 },
    getRequestListener(app.fetch),
  );
  server.maxConnections = 64;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  listening = (server.address() as AddressInfo).port;
  return { address: `http://127.0.0.1:${listening}/`, close: () => closed(server, desk) };
}

async function closed(server: Server, desk: LiveDesk): Promise<void> {
  const ended = new Promise<void>((resolve) => void server.close(() => resolve()));
  server.closeAllConnections();
  await ended;
  desk.close();
}
