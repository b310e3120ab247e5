import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext } from '@playwright/test';

/** A page that the browser gets at an address without any request leaving the machine. */
export interface LocalPage {
  url: string;
  body: string | Buffer;
  type: string;
}

/** The host of pages that come without an address; `.example` is reserved (RFC 2606). */
const LOCAL_HOST = 'https://digest.example';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
};

/** A web address in its normal form. Throws a sentence for a person when it is none. */
export function webAddress(text: string): string {
  if (!/^https?:/i.test(text) || !URL.canParse(text))
    throw new Error(`"${text}" is not an http or https address.`);
  return new URL(text).href;
}

/**
 * A file as a page; at an address that no site knows unless one is given.
 * Throws a sentence for a person when it can't be read or served.
 */
export function localPage(file: string, url?: string): LocalPage {
  const type = TYPES[path.extname(file).toLowerCase()];
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new Error(`${file}: there is no such file.`);
  if (!type) throw new Error(`${file}: expected a file of type ${Object.keys(TYPES).join(', ')}.`);
  const address = webAddress(url ?? `${LOCAL_HOST}/${encodeURIComponent(path.basename(file))}`);
  const body = readFileSync(file);
  if (isUtf8(body)) return { url: address, body: body.toString('utf8'), type };
  // Of another encoding the page itself knows more.
  return { url: address, body, type: type.replace(/;.*/, '') };
}

const withoutHash = (url: string): string => url.replace(/#.*$/, '');

/**
 * Serves pages at their addresses. Other requests of the web end here, unless `online`.
 * The returned function adds or replaces a page.
 */
export async function servePages(
  context: BrowserContext,
  { online = false } = {},
): Promise<(page: LocalPage) => void> {
  const pages = new Map<string, LocalPage>();
  await context.route(/^https?:/, async (route) => {
    const page = pages.get(withoutHash(route.request().url()));
    if (page) await route.fulfill({ contentType: page.type, body: page.body });
    else if (online) await route.continue();
    else await route.abort('internetdisconnected');
  });
  return (page) => void pages.set(withoutHash(page.url), page);
}

/** The pattern that lets the extension act on an address's host. */
export const hostPattern = (url: string): string => `${new URL(url).origin}/*`;
