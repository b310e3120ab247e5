import { describe, expect, it } from 'vitest';
import type { Entry } from '@/domain/entry';
import { identify, keysOfIdentity, refOf } from '@/domain/identity/identify';
import { isTellingTitle, mayJoin } from '@/domain/identity/paper-key';

describe('a short title', () => {
  const deepSets = { title: 'Deep Sets', ids: {}, opening: '' };
  const meets = (a: string[], b: string[]) => mayJoin(a, b) && mayJoin(b, a);

  it('is its paper with the first author, however the name is written, with ids or without', () => {
    const bare = keysOfIdentity({ ...deepSets, author: 'Manzil Zaheer' });
    const known = keysOfIdentity({
      ...deepSets,
      ids: { arxiv: '1703.06114' },
      author: 'Zaheer, M.',
    });
    expect(meets(bare, known)).toBe(true);
    expect(known[0]).toBe('arxiv:1703.06114');
  });

  it('of another author, or that anybody uses twice, is another paper', () => {
    const [ours, theirs] = ['Ann Author', 'Bo Builder'].map((author) =>
      keysOfIdentity({ ...deepSets, ids: {}, author }),
    );
    expect(meets(ours ?? [], theirs ?? [])).toBe(false);
    const preface = { title: 'Preface', opening: '', author: 'Ann Author' };
    expect(
      meets(
        keysOfIdentity({ ...preface, ids: { doi: '10.1000/a' } }),
        keysOfIdentity({ ...preface, ids: { acl: '2024.acl-long.0' } }),
      ),
    ).toBe(false);
  });

  it('never joins papers that have two ids of one kind', () => {
    const [one, two] = ['1703.06114', '1703.06115'].map((arxiv) =>
      keysOfIdentity({ ...deepSets, ids: { arxiv }, author: 'Manzil Zaheer' }),
    );
    expect(meets(one ?? [], two ?? [])).toBe(false);
  });
});

describe('joining', () => {
  const title = 'title:a study of four words';
  it.each([
    [
      'a shared strong key',
      ['arxiv:2406.14598', 'title:one'],
      ['arxiv:2406.14598', 'title:two'],
      true,
    ],
    [
      'a telling title, and nothing against it',
      ['arxiv:2406.14598', title],
      ['doi:10.1000/a', title],
      true,
    ],
    [
      'a telling title against different ids',
      ['arxiv:2406.14598', title],
      ['arxiv:2406.14599', title],
      false,
    ],
    ['a short title', ['title:introduction'], ['title:introduction'], false],
    [
      'a short title with ids',
      ['doi:10.1000/a', 'title:preface'],
      ['arxiv:2406.14598', 'title:preface'],
      false,
    ],
    ['a Chinese title', ['title:基于深度学习的图像分割'], ['title:基于深度学习的图像分割'], true],
    ['a short Chinese title', ['title:引言'], ['title:引言'], false],
    ['two names of Semantic Scholar', [`s2:${'a'.repeat(40)}`, title], ['s2:12345', title], true],
    ['nothing shared', ['arxiv:2406.14598'], ['arxiv:2406.14599'], false],
  ])('%s', (_, a, b, expected) => {
    expect(mayJoin(a, b)).toBe(expected);
    expect(mayJoin(b, a)).toBe(expected);
  });

  it('counts Korean syllables, not their letters', () => {
    expect(isTellingTitle('학습과 추론')).toBe(false);
  });
});

it('an entry becomes a paper with bounded texts', () => {
  const entry: Entry = {
    title: 'A study of four words',
    abstract: 'x'.repeat(60_000),
    authors: ['Ada Lovelace'],
    ids: { arxiv: '2406.14598v2' },
    links: ['https://arxiv.org/abs/2406.14598', 'https://arxiv.org/abs/2406.14598'],
    titlePlace: [],
    abstractPlace: [],
  };
  const identified = identify(entry, {
    site: 'arxiv',
    url: 'https://arxiv.org/list/cs/new',
    title: 'cs',
    at: 1,
  });
  const ref = refOf(identified);
  expect(ref.keys).toEqual(['arxiv:2406.14598', 'title:a study of four words']);
  expect(ref.abstract.length).toBe(50_000);
  expect(ref.links).toEqual(['https://arxiv.org/abs/2406.14598']);
});
