import { describe, expect, it } from 'vitest';
import { chosenTags, joinTags, standing, queryText, withStanding } from '@/domain/query/edit';
import { parseQuery } from '@/domain/query/parse';
import { EVERYTHING, type Leaf, type Query } from '@/domain/query/query';
import { snippetOf } from '@/domain/query/snippet';
import { type LibraryPaper, unknownState } from '@/domain/paper/paper';

const read = (text: string): Query => {
  const parsed = parseQuery(text);
  return parsed.ok ? parsed.query : EVERYTHING;
};
const tag = (text: string): Leaf => ({
  is: 'named',
  field: 'tag',
  text,
  isQuoted: /\s/.test(text),
});

describe('filters', () => {
  it('are parts of the query that can be pressed and lifted', () => {
    const robots = tag('robots');
    const asked = withStanding(read('soft'), robots, 'with');
    expect(queryText(asked)).toBe('soft tag:robots');
    expect(standing(asked, robots)).toBe('with');
    expect(standing(read('soft tag:"robots"'), robots)).toBe('with');
    expect(queryText(withStanding(asked, robots, 'without'))).toBe('soft -tag:robots');
    expect(queryText(withStanding(asked, robots, null))).toBe('soft');
    expect(queryText(withStanding(read('a OR b'), robots, 'with'))).toBe('(a OR b) tag:robots');
  });

  it('replace what there can be one of', () => {
    const isStatus = (leaf: Leaf): boolean => leaf.is === 'status';
    const next = withStanding(
      read('x status:saved'),
      { is: 'status', status: 'read' },
      'with',
      isStatus,
    );
    expect(queryText(next)).toBe('x status:read');
  });

  it('ask for any or all of several tags', () => {
    const all = read('x tag:a tag:"b c"');
    const any = joinTags(all, true);
    expect(queryText(any)).toBe('x (tag:a OR tag:"b c")');
    expect(chosenTags(any).isAny).toBe(true);
    expect(standing(any, tag('b c'))).toBe('any');
    expect(queryText(joinTags(any, false))).toBe('x tag:a tag:"b c"');
    expect(queryText(withStanding(any, tag('a'), null))).toBe('x tag:"b c"');
  });
});

describe('a snippet', () => {
  const paper: LibraryPaper = {
    ...unknownState(['arxiv:1']),
    title: 'Soft robots and 机器学习的方法',
    authors: ['Pál Erdős'],
    abstract: `${'Much is said first. '.repeat(20)}Then grippers hold tidal ice.`,
    links: [],
    facts: {},
    listings: [],
    createdAt: 0,
    updatedAt: 0,
  };
  const shown = (text: string) => {
    const { title, field, text: pieces } = snippetOf(paper, read(text));
    const hits = (all: typeof title) => all.filter(({ isHit }) => isHit).map((piece) => piece.text);
    return { title: hits(title), field, text: hits(pieces) };
  };

  it('marks beginnings, phrases, parts of Chinese runs and accented words', () => {
    expect(shown('rob')).toEqual({ title: ['robots'], field: null, text: [] });
    expect(shown('"soft robots"').title).toEqual(['Soft robots']);
    expect(shown('"robots soft"').title).toEqual([]);
    expect(shown('器学').title).toEqual(['器学']);
    expect(shown('erdos')).toEqual({ title: [], field: 'author', text: ['Erdős'] });
  });

  it('begins shortly before the hit, and shows what a typo meant', () => {
    const { text } = snippetOf(paper, read('grippres'));
    expect(text[0]?.text).toBe('…');
    expect(text.find(({ isHit }) => isHit)?.text).toBe('grippers');
    expect(shown('-grippers')).toEqual({ title: [], field: null, text: [] });
  });
});
