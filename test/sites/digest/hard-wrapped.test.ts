import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeText } from '@/domain/text';
import { found } from './pages';

/** A real digest saved as text, read where it lies beside the project; never part of it. */
const DATA = path.resolve(import.meta.dirname, '../../../../shared/data/digest');

interface Paper {
  title: string;
  abstract: string;
}

const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The words of a paragraph; with `hyphens`, a line may end behind a hyphen too. */
const wordsOf = (paragraph: string, hyphens: boolean): string[] =>
  paragraph.split(hyphens ? / +|(?<=\p{L}-)(?=\p{L})/u : / +/);

/** A paragraph broken at a column, as mail clients do. */
function wrapped(paragraph: string, column: number, hyphens: boolean): string[] {
  const lines: string[] = [];
  let [line, at] = ['', 0];
  for (const word of wordsOf(paragraph, hyphens)) {
    const start = paragraph.indexOf(word, at);
    const gap = paragraph.slice(at, start);
    at = start + word.length;
    if (line && line.length + gap.length + word.length > column) {
      lines.push(line);
      line = word;
    } else line += line ? gap + word : word;
  }
  return [...lines, line];
}

const DRESSES: Record<string, (lines: string[]) => string> = {
  'as it is': (lines) => lines.join('\n'),
  quoted: (lines) => lines.map((line) => `> ${line}`.trimEnd()).join('\n'),
  indented: (lines) => lines.map((line) => `    ${line}`).join('\n'),
  'with soft breaks': (lines) => lines.join(' \n'),
  'with breaks of quoted-printable': (lines) => lines.join(' =\n'),
};

/** Dresses that put a space behind each line: behind a hyphen it would be the text's. */
const SPACED = /breaks/;

const digestOf = (text: string, column: number, dress: string, hyphens: boolean): string =>
  text
    .split('\n')
    .map(
      (paragraph) =>
        DRESSES[dress]?.(wrapped(paragraph, column, hyphens && !SPACED.test(dress))) ?? '',
    )
    .join('\n');

describe.skipIf(!existsSync(DATA))('a digest that was wrapped', () => {
  const text = existsSync(DATA) ? readFileSync(path.join(DATA, 'hf-daily-papers.txt'), 'utf8') : '';
  const { papers } = (
    existsSync(DATA)
      ? JSON.parse(readFileSync(path.join(DATA, 'expected.json'), 'utf8'))
      : { papers: [] }
  ) as { papers: Paper[] };
  /** One abstract has a space behind a hyphen of its own: where lines end behind hyphens, that can't be told. */
  const isTold = ({ abstract }: Paper, hyphens: boolean): boolean =>
    !hyphens || !/\p{L}- \p{L}/u.test(abstract);

  test('is read letter for letter, whatever the column and the mail client', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 60, max: 100 }),
        fc.constantFrom(...Object.keys(DRESSES)),
        fc.boolean(),
        (column, dress, hyphens) => {
          const entries = found(digestOf(text, column, dress, hyphens), true);
          expect(entries.map(({ title }) => title)).toEqual(
            papers.map(({ title }) => collapse(title)),
          );
          for (const [index, paper] of papers.entries()) {
            const entry = entries[index];
            if (!entry || !isTold(paper, hyphens)) continue;
            expect(entry.abstract).toBe(collapse(paper.abstract));
            expect(placeText(entry.abstractPlace)).toBe(entry.abstract);
          }
        },
      ),
      { seed: 20_261_130, numRuns: 10 },
    );
  });
});
