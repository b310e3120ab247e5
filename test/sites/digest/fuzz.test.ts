import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseTitle } from '@/domain/identity/paper-key';
import { siteFor } from '@/sites';
import { digest } from '@/sites/digest';
import { HERE, found, pageOf } from './pages';
import { LANGUAGES, PAPERS } from './papers';
import { SHAPES } from './shapes';

const titles = (entries: readonly { title: string }[]): string[] =>
  entries.map(({ title }) => normaliseTitle(title));

/** Parts around lists on real pages that are no papers. */
const NOISE = [
  '<div>Subscribe to our newsletter</div>',
  '<p>Welcome! This page is updated every Monday, and we are glad that you are here.</p>',
  '<ul><li><a href="/a">About us</a></li><li><a href="/b">Contact</a></li><li><a href="/c">Imprint</a></li></ul>',
  '<div><img src="/logo.png" alt=""><span>Sponsored by nobody</span></div>',
  '<script>var papers = ["A script is no paper"];</script><style>p { color: red }</style>',
  '<div hidden>Hidden words that are not to be read by anybody at all</div>',
  '<hr><p><small>Last update: 3 May 2024</small></p>',
  '<form><label>Search <input></label><button>Go</button></form>',
];

const noise = fc.array(fc.constantFrom(...NOISE), { maxLength: 3 }).map((parts) => parts.join(''));
const papers = fc.oneof(
  fc.shuffledSubarray(PAPERS, { minLength: 6 }),
  fc
    .constantFrom(...Object.values(LANGUAGES))
    .chain((all) => fc.shuffledSubarray(all, { minLength: 4 })),
);

/** Puts noise before and behind what a page holds. */
const surrounded = (html: string, before: string, behind: string): string =>
  html.replace('<body>', `<body>${before}`).replace('</body>', `${behind}</body>`);

test('the planted papers are found, and no others, whatever is around them', () => {
  fc.assert(
    fc.property(fc.constantFrom(...SHAPES), papers, noise, noise, (shape, some, before, behind) => {
      const text = shape.render(some);
      const page = shape.plain ? text : surrounded(text, before, behind);
      expect(titles(found(page, shape.plain))).toEqual(titles(some));
    }),
    { seed: 20_260_501, numRuns: 120 },
  );
});

test('text that is no page is read without harm', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.boolean(), (text, isPlain) => {
      expect(Array.isArray(found(text, isPlain))).toBe(true);
    }),
    { seed: 20_260_502, numRuns: 60 },
  );
});

/** Real saved pages of other people, read where they lie beside the project; never part of it. */
const DATA = path.resolve(import.meta.dirname, '../../../../shared/data/pages');
const LARGEST = 130_000;

const cases = existsSync(DATA)
  ? readFileSync(path.join(DATA, 'cases.tsv'), 'utf8')
      .split('\n')
      .map((line): [string, string] => {
        const [file = '', url = HERE] = line.split('\t');
        return [file, url];
      })
      .filter(
        ([file]) => file.endsWith('.html') && readFileSync(path.join(DATA, file)).length < LARGEST,
      )
  : [];

/** Tears a page: a number for each of some elements says what happens to it. */
function tear(page: Document, moves: readonly number[]): void {
  const all = [...page.body.querySelectorAll('*')];
  for (const [index, move] of moves.entries()) {
    const element = all[(move * 31 + index * 7_919) % (all.length || 1)];
    if (!element) continue;
    if (move % 5 === 0) element.remove();
    else if (move % 5 === 1) element.replaceChildren();
    else if (move % 5 === 2) element.after(element.cloneNode(true));
    else if (move % 5 === 3) element.textContent = (element.textContent ?? '').slice(move % 60);
    else for (const name of element.getAttributeNames()) element.removeAttribute(name);
  }
}

describe.skipIf(cases.length === 0)('real pages that were torn', () => {
  test.each(cases)('%s: nothing throws, and what is found has a title', (file, address) => {
    const html = readFileSync(path.join(DATA, file), 'utf8');
    const url = new URL(address);
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 40 }), (moves) => {
        const page = pageOf(html, false, address);
        tear(page, moves);
        for (const site of [digest, siteFor(url)])
          for (const { title } of site?.entries(page, url) ?? []) expect(title).toMatch(/\S/);
      }),
      { seed: 20_260_503, numRuns: 3 },
    );
  });
});
