import { describe, expect, test } from 'vitest';
import { isAbout } from '@/domain/complete/about';
import { crossref } from '@/domain/complete/crossref';
import { fillOf } from '@/domain/complete/lacking';
import type { ServiceAnswer } from '@/domain/complete/service';

const answer = (title: string, authors: string[], more: Partial<ServiceAnswer> = {}) => ({
  key: 'doi:10.1000/one',
  title,
  authors,
  abstract: 'We say so.',
  isMarkup: true,
  facts: {},
  ids: { doi: '10.1000/one' },
  ...more,
});
const paper = (title: string, authors: string[] = []) => ({
  id: 'doi:10.1000/one',
  keys: ['doi:10.1000/one'],
  title,
  authors,
  abstract: '',
  facts: {},
  createdAt: 0,
});

describe('an answer is about', () => {
  const LONG = 'Tides on small moons of large planets';
  test.each<[kept: string, by: string[], told: string, toldBy: string[], is: boolean]>([
    // One author is no title.
    [LONG, ['Wei Wang'], 'Soil erosion in a province', ['Wei Wang'], false],
    [LONG, ['Wei Wang'], 'Soil erosion in a province', ['Li Wei'], false],
    [LONG, ['Ada Example'], 'Tides in harbours', ['Ada Example'], false],
    // Few words are part of many titles.
    ['Neural networks', [], 'Neural networks in the soil of a province', [], false],
    ['Neural networks', ['Bo Sample'], 'Neural networks in the soil', ['Bo Sample'], true],
    [
      'Neural networks',
      ['Bo Sample'],
      'Neural networks in the soil of a province',
      ['Bo Sample'],
      false,
    ],
    ['A note on tides', [], 'A note on the soil', [], false],
    ['Tides', [], 'Tides', ['Ada Example'], true],
    ['Tides', ['Bo Sample'], 'Tides', ['Ada Example'], false],
    ['Tides', ['Ada Example'], 'Tides: how they rise', ['A. Example'], true],
    ['Tides', [], 'Tides: how they rise', ['A. Example'], false],
    ['深度学习', [], '土壤侵蚀', [], false],
    ['小卫星上的潮汐', [], '小卫星上的潮汐研究', [], true],
    // Papers about a paper.
    [LONG, [], `Correction to: ${LONG}`, [], false],
    [LONG, ['Ada Example'], `Author’s reply: ${LONG}`, ['Ada Example'], false],
    [`Comment on "${LONG}"`, [], LONG, [], false],
    [LONG, [], `Retraction: ${LONG}`, [], false],
    [LONG, [], `RETRACTED ARTICLE: ${LONG}`, [], true],
    ['Error correction on small moons', [], 'Error correction on small moons', [], true],
    // Parts of a series.
    [`${LONG}, part I`, [], `${LONG}, part II`, [], false],
    // The same, written otherwise.
    [LONG, [], 'Tides on <i>small</i> moons of large planets', ['Ada Example'], true],
    [LONG, ['Ada Example'], LONG, ['Bo Sample'], true],
    [LONG, [], `${LONG} &amp; their shores`, [], true],
    [LONG, ['Ada Example'], `${LONG} and their shores`, ['Bo Sample'], false],
    [`${LONG}: a survey of all that was measured in forty years`, [], LONG, [], true],
    ['', ['Ada Example'], LONG, ['Ada Example'], true],
    ['', ['Ada Example'], LONG, ['Bo Sample'], false],
    [LONG, [], '', [], false],
  ])('%s (%j): %s (%j) %s', (kept, by, told, toldBy, is) => {
    expect(isAbout(answer(told, toldBy), paper(kept, by))).toBe(is);
  });

  test('no paper with another id of the same kind', () => {
    const told = answer(LONG, [], { ids: { doi: '10.1000/one', arxiv: '2401.00009' } });
    const keys = ['doi:10.1000/one', 'arxiv:2401.00001'];
    expect(isAbout(told, { ...paper(LONG), keys })).toBe(false);
  });
});

describe('what Crossref tells is text', () => {
  const work = (more: object): string =>
    JSON.stringify({ message: { items: [{ DOI: '10.1000/one', title: ['Tides'], ...more }] } });
  const told = (more: object): ServiceAnswer | undefined => crossref.read(work(more), [])[0];

  test.each([
    [{ given: 'Jo', family: 'Sample', suffix: 'Jr.' }, 'Jo Sample Jr.'],
    [{ given: 'Jos&eacute;', family: 'Muestra' }, 'José Muestra'],
    [{ given: 'Weinan', family: 'E' }, 'E, Weinan'],
    [{ name: 'The LAKE Collaboration' }, 'The LAKE Collaboration'],
  ])('the name %j', (author, name) => {
    expect(told({ author: [author] })?.authors).toEqual([name]);
  });

  test.each([
    ['Lakes &amp; Ponds', 'Lakes & Ponds'],
    ['Annals of <i>Tides</i>', 'Annals of Tides'],
    ['J. Ponds &#x2013; Letters', 'J. Ponds – Letters'],
  ])('the journal %s', (written, venue) => {
    const fill = fillOf(paper('Tides'), told({ 'container-title': [written] })!, 'crossref');
    expect(fill?.facts?.venue).toEqual({ value: venue, source: 'crossref' });
  });

  test('a subtitle is part of the title', () => {
    expect(told({ subtitle: ['How they rise'] })?.title).toBe('Tides: How they rise');
  });
});

test.each([
  ['10.48550/arXiv.2401.00001', null],
  ['10.1000/one', ['10.1000/one']],
])('the DOI %s: nothing new is no fill', (doi, ids) => {
  const kept = {
    ...paper('Tides on small moons', ['Ada Example']),
    id: 'arxiv:2401.00001',
    keys: ['arxiv:2401.00001'],
    abstract: 'We say so.',
  };
  const fill = fillOf(kept, answer('', [], { ids: { doi } }), 'semantic-scholar');
  expect(fill && Object.values(fill.ids ?? {})).toEqual(ids);
});
