import { expect, test } from 'vitest';
import { WebLink } from '@/components/ui/markdown/web-link';
import { admitItem } from '@/domain/import/incoming';
import { admit } from '@/rpc/guard';

const NO_LINKS = [
  'javascript:window.pwned=1',
  ' javascript:alert(1)',
  'JaVaScRiPt://example.org/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://example.org/1',
  'chrome-extension://abc/library.html',
  'mailto:a@example.org',
  '//example.org',
  '/relative',
  'https://',
  '',
  null,
];

const hrefOf = (to: string | null): unknown =>
  (WebLink({ to, children: 'x' }).props as { href?: unknown }).href;

test.each(NO_LINKS)('%s is drawn as text', (address) => {
  expect(hrefOf(address)).toBeUndefined();
});

test.each(['https://example.org/a?b=c#d', 'HTTP://example.org'])('%s is a link', (address) => {
  expect(hrefOf(address)).toBe(address);
});

const own = { extension: 'gloss', pages: 'chrome-extension://gloss/' };
const paper = (url: string) => ({
  keys: ['arxiv:2401.00001'],
  title: 'Tides',
  authors: [],
  abstract: '',
  links: [],
  listing: { site: 'digest', url, title: 'List', at: 1 },
});

test.each([
  ['javascript:window.pwned=1', ''],
  ['data:text/html,x', ''],
  ['https://example.org/list', 'https://example.org/list'],
  ['file:///home/ann/digest.html', 'file:///home/ann/digest.html'],
])('a page at %s is kept as "%s"', (url, kept) => {
  const call = admit(
    'paper.status',
    { opId: 'a', paper: paper(url), status: 'saved' },
    { id: 'gloss', url: 'https://example.org' },
    own,
  );
  expect(call.ok && (call.value as { paper: ReturnType<typeof paper> }).paper.listing.url).toBe(
    kept,
  );
  const { keys, title, authors, abstract, links, listing } = paper(url);
  const value = {
    id: keys[0],
    aliases: [],
    keys,
    title,
    authors,
    abstract,
    links,
    listings: [listing],
    status: null,
    tags: [],
    note: { text: '', heads: [], seen: {} },
    highlights: [],
    savedAt: null,
    createdAt: 1,
    updatedAt: 1,
    stamps: {},
  };
  const item = admitItem({ kind: 'paper', place: '', value });
  expect(item.kind === 'paper' && item.value.listings[0]?.url).toBe(kept);
});

test('a link of a paper that is none is refused by messages and files', () => {
  const ask = { opId: 'a', paper: { ...paper('https://a.example'), links: ['javascript:x'] } };
  const sender = { id: 'gloss', url: 'https://example.org' };
  expect(admit('paper.status', { ...ask, status: null }, sender, own).ok).toBe(false);
});
