import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type Row, Rows } from './expectation';

/** What the label page shows, and what becomes of what a person saves there. */
export interface Labelling {
  file: string;
  url: string;
  /** The saved page. */
  html: string | Buffer;
  rows: readonly Row[];
  /** Writes the expectation; says so in a sentence. */
  save: (rows: readonly Row[]) => string;
}

const VIEW = path.join(import.meta.dirname, 'view');
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
};
/** The saved page runs no script and asks for nothing. */
const INERT = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

async function bodyOf(request: http.IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}

/** Serves a page's labelling on this machine alone; resolves to its address. */
export async function serveLabelling(labelling: Labelling): Promise<http.Server> {
  const { file, url, html, rows, save } = labelling;
  const origin = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const answer = async (request: http.IncomingMessage, response: http.ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', origin());
    const send = (type: string, body: string | Buffer, more = {}) =>
      response.writeHead(200, { 'Content-Type': type, ...more }).end(body);
    if (request.method === 'POST') {
      // A page of the web that the person has open may not write here.
      if (request.headers.origin !== origin()) return void response.writeHead(403).end();
      const asked = Rows.safeParse(await bodyOf(request));
      if (!asked.success) return void response.writeHead(400).end('A year has four digits.');
      return void send('text/plain; charset=utf-8', save(asked.data));
    }
    if (pathname === '/labelling.json')
      return void send('application/json', JSON.stringify({ file, url, rows }));
    if (pathname === '/page')
      return void send('text/html', html, { 'Content-Security-Policy': INERT });
    const name = pathname === '/' ? 'index.html' : path.basename(pathname);
    const type = TYPES[path.extname(name)];
    if (!type) return void response.writeHead(404).end();
    send(type, readFileSync(path.join(VIEW, name)));
  };
  const server = http.createServer((request, response) => {
    answer(request, response).catch((error: unknown) =>
      response.writeHead(500).end(error instanceof Error ? error.message : String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
