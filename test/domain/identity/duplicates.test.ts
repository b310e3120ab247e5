import { describe, expect, it } from 'vitest';
import { findDuplicates, type Titled } from '@/domain/identity/duplicates';

const paper = (
  id: string,
  title: string,
  authors = ['Ann Author'],
  apart: string[] = [],
): Titled => ({
  id,
  title,
  authors,
  apart,
});

describe('papers that look like one', () => {
  it('share their title but for a word or a subtitle, and an author', () => {
    expect(
      findDuplicates([
        paper('arxiv:1', 'Tides on Small Moons of Large Planets'),
        paper('doi:1', 'Tides on small moons of large planets.', ['Author, Ann', 'Bo Builder']),
        paper('arxiv:2', 'Grasp planning for soft grippers'),
        paper('acl:2', 'Grasp planning for soft grippers: a study of fruit'),
        paper('arxiv:3', 'Sparse attention for long and noisy documents'),
        paper('acl:3', 'Sparse attention for very long and noisy documents'),
      ]),
    ).toEqual([
      ['arxiv:1', 'doi:1'],
      ['arxiv:2', 'acl:2'],
      ['arxiv:3', 'acl:3'],
    ]);
  });

  it('are not those of a series, of other authors, of a common title, or parted by a person', () => {
    expect(
      findDuplicates([
        paper('a', 'Lattice codes and their dust rings, part 1'),
        paper('b', 'Lattice codes and their dust rings, part 2'),
        paper('c', 'A survey of lattice codes', ['Cy Coder']),
        paper('d', 'A survey of lattice codes', ['Dee Drafter']),
        paper('e', 'Introduction'),
        paper('f', 'Introduction'),
        paper('g', 'Tidal heating of icy moons', ['Ann Author'], ['h']),
        paper('h', 'Tidal heating of icy moons'),
      ]),
    ).toEqual([]);
  });

  it('are found among many without comparing all pairs', () => {
    const many = Array.from({ length: 20_000 }, (_, index) =>
      paper(
        `p${index}`,
        `On subject number${index % 5_000} and question${index} of today${index % 77}`,
      ),
    );
    const twin = paper('twin', many[123]!.title);
    expect(findDuplicates([...many, twin])).toEqual([['p123', 'twin']]);
  });
});
