import { expect, test } from 'vitest';
import { createReaderChoice } from '@/entrypoints/listing.content/reader-choice';
import type { Site } from '@/sites/site';
import { createTeacher } from '@/sites/taught/teacher';

const LIST = new URL('https://arxiv.org/list/cs.CL/new');
const OTHER = new URL('https://arxiv.org/list/cs.LG/new');
const UNKNOWN = new URL('https://example.org/reading-list');
const digest = { id: 'digest' } as Site;

/** The id of the reader for the page at an address. */
const reads = (choice: ReturnType<typeof createReaderChoice>, url: URL) => {
  choice.arrives(url);
  return choice.readerAt(url)?.id ?? null;
};

test('nothing is read before the settings are known, and nothing where they say so', () => {
  const choice = createReaderChoice(null);
  expect([choice.isKnown(), reads(choice, LIST)]).toEqual([false, null]);
  expect([choice.heed({ isOff: false, taught: null }), reads(choice, LIST)]).toEqual([
    true,
    'arxiv',
  ]);
  expect(choice.heed({ isOff: false, taught: null })).toBe(false);
  expect([choice.heed({ isOff: true, taught: null }), reads(choice, LIST)]).toEqual([true, null]);
});

test('a person’s own asking outweighs the settings, on pages that no adapter knows too', () => {
  const choice = createReaderChoice({ site: digest });
  choice.heed({ isOff: true, taught: null });
  expect([reads(choice, UNKNOWN), reads(choice, LIST)]).toEqual(['digest', 'arxiv']);
  choice.force('digest');
  expect(reads(choice, LIST)).toBe('digest');
  choice.force('site');
  expect(reads(choice, LIST)).toBe('arxiv');
});

test('a page that a person turned Gloss off for stays so, other pages do not', () => {
  const choice = createReaderChoice(null);
  choice.heed({ isOff: false, taught: null });
  reads(choice, LIST);
  choice.leavePage();
  expect([reads(choice, LIST), reads(choice, OTHER), reads(choice, LIST)]).toEqual([
    null,
    'arxiv',
    null,
  ]);
  expect([choice.returnToPage(), reads(choice, LIST), choice.returnToPage()]).toEqual([
    true,
    'arxiv',
    false,
  ]);
});

test('a fragment makes no other page', () => {
  const choice = createReaderChoice(null);
  expect(choice.arrives(LIST)).toBe(true);
  expect(choice.arrives(new URL('#item3', LIST))).toBe(false);
  expect(choice.arrives(new URL('?skip=25', LIST))).toBe(true);
});

test('what a person taught is read from then on, and no more once it is forgotten', () => {
  const taughtSite = (_: unknown, base: Site): Site => ({ ...base, id: `${base.id}, taught` });
  const teacher = createTeacher();
  const choice = createReaderChoice({ site: digest, school: { taughtSite, teacher } });
  const taught = { papers: [{ selector: 'b' }], others: [], isAll: true };
  expect([choice.heed({ isOff: false, taught }), reads(choice, UNKNOWN)]).toEqual([
    true,
    'digest, taught',
  ]);
  expect(choice.heed({ isOff: false, taught: { ...taught } })).toBe(false);
  expect(choice.readerAt(UNKNOWN)).toBe(choice.readerAt(UNKNOWN));
  expect([choice.heed({ isOff: false, taught: null }), reads(choice, UNKNOWN)]).toEqual([
    true,
    'digest',
  ]);
});
