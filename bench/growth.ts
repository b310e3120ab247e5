import type { Case } from '@/scripts/browser/cases';
import { detectPages } from '@/scripts/browser/detection';
import { arxivList } from './arxiv-list';
import type { Bench, Line } from './bench';
import { HOSTILE } from './hostile';

const SIZES = [200, 2_000, 20_000] as const;
const ROUNDS = 3;
/** Greatest ratio of costs, for an entry or a part of a hostile page, between a longer page and a shorter. */
const LIMIT = 1.3;
const GROWN = 4;

interface Measured {
  name: string;
  url: string;
  smaller: { size: number; body: string };
  larger: { size: number; body: string };
}

/** A digest as the detector meets it: title, authors, abstract, no markup that tells them. */
const digestOf = (entries: number): string =>
  `<!doctype html><html><head><title>Digest</title></head><body>${Array.from(
    { length: entries },
    (_, index) =>
      `<div><div><a href="https://arxiv.org/abs/${2400 + (index % 12)}.${String(10_000 + (index % 90_000))}">Estimating the discharge of river ${index} from few gauges</a></div><div>Ann Author, Bo Builder, Cy Coder</div><p>We propose a method that estimates the discharge of rivers from few gauges. On recorded floods the error is half that of the usual formula, and the intervals hold what they promise.</p></div>`,
  ).join('')}</body></html>`;

const lists = [
  { name: 'digest', url: 'https://digest.example/today', page: digestOf },
  {
    name: 'arXiv list',
    url: 'https://arxiv.org/list/me.AS/new',
    page: (size: number) => arxivList(size),
  },
];

const measures: Measured[] = [
  ...lists.flatMap(({ name, url, page }) =>
    SIZES.slice(1).map((size, index): Measured => {
      const before = SIZES[index] ?? size;
      return {
        name: `${name}, ${size} entries against ${before}`,
        url,
        smaller: { size: before, body: page(before) },
        larger: { size, body: page(size) },
      };
    }),
  ),
  ...HOSTILE.map(
    ({ name, page }): Measured => ({
      name: `hostile page, ${name}`,
      url: 'https://digest.example/today',
      smaller: { size: 1, body: page(1) },
      larger: { size: GROWN, body: page(GROWN) },
    }),
  ),
];

const round = (value: number): number => Math.round(value * 1_000) / 1_000;

/** How the time that finding and reading entries takes in the content script grows with the page. */
export const growth: Bench = {
  name: 'growth',
  run: async (progress) => {
    const cases = measures.flatMap(({ name, url, smaller, larger }): Case[] =>
      Array.from({ length: ROUNDS }, () =>
        [smaller, larger].map(({ body }) => ({
          file: name,
          page: { url, body, type: 'text/html; charset=utf-8' },
        })),
      ).flat(),
    );
    const times: number[] = [];
    await detectPages(cases, { digestOnly: false, once: true }, ({ file }, found) => {
      times.push(found?.ms ?? Number.NaN);
      progress(`${file}: ${round(found?.ms ?? Number.NaN)} ms`);
    });
    return measures.map(({ name, smaller, larger }, index): Line => {
      const from = index * ROUNDS * 2;
      // The least of all rounds: whatever else the machine does only adds to it.
      const of = (offset: number): number =>
        Math.min(
          ...Array.from({ length: ROUNDS }, (_, at) => times[from + 2 * at + offset] ?? Number.NaN),
        );
      const [reference, ours] = [of(0) / smaller.size, of(1) / larger.size];
      return {
        name: `growth: ${name}`,
        about: 'time for each entry or part, against the smaller page',
        unit: 'ms',
        ours: round(ours),
        reference: round(reference),
        ratio: Math.round((ours / reference) * 100) / 100,
        limit: LIMIT,
      };
    });
  },
};
