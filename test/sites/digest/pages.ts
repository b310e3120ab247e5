import { JSDOM } from 'jsdom';
import type { Entry } from '@/domain/entry';
import { digest } from '@/sites/digest';

export const HERE = 'https://digest.example/today';

/** A page as a browser shows it: HTML, or plain text in one `<pre>`. No script of it runs. */
export function pageOf(text: string, isPlain: boolean, url = HERE): Document {
  if (!isPlain) return new JSDOM(text, { url }).window.document;
  const page = new JSDOM('<!doctype html><pre></pre>', { url }).window.document;
  const pre = page.querySelector('pre');
  if (pre) pre.textContent = text;
  return page;
}

/** What the digest detector finds on a page. */
export const found = (text: string, isPlain = false, url = HERE): Entry[] =>
  digest.entries(pageOf(text, isPlain, url), new URL(url));
