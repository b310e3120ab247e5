import { describe, expect, test } from 'vitest';
import { countFeatures } from '@/domain/topics/words/features';
import { namesOf } from '@/domain/topics/names/names';
import { readCorpus } from '@/domain/topics/words/tokens';

type Text = [title: string, abstract: string];

/** The phrases of each group's label. */
function phrasesOf(...groups: Text[][]): string[][] {
  const papers = groups.flat().map(([title, abstract], at) => ({ id: `${at}`, title, abstract }));
  const group = Int32Array.from(groups.flatMap((texts, own) => texts.map(() => own)));
  const corpus = readCorpus(papers);
  const themes = Int32Array.from(groups.keys());
  return namesOf(corpus, countFeatures(corpus), group, themes).topics.map(({ label }) =>
    label.split(' · '),
  );
}

const many = (count: number, text: (at: number) => Text): Text[] =>
  Array.from({ length: count }, (_, at) => text(at));

const MOONS = many(
  9,
  (at): Text => [`Icy moons, part ${at}`, 'Icy moons hide oceans under the ice.'],
);

describe('a label', () => {
  test('takes a lone word beside a phrase where titles use it', () => {
    const label = (titles: number): string[] =>
      phrasesOf(
        many(9, (at) => [
          at < titles ? 'Mills' : 'On graph coloring',
          `Graph coloring with colors. ${at < 6 ? 'Mills turn.' : ''}`,
        ]),
        MOONS,
      )[0] ?? [];
    expect(label(1)).not.toContain('Mills');
    expect(label(3)).toContain('Mills');
  });

  test('says nothing twice: in other spaces, by an acronym, by words that tell nothing', () => {
    const pairs = [
      ['Salt pan workers', 'Saltpan workers'],
      ['Tide pool crabs', 'TPC systems'],
      ['Reef detection', 'Detection methods'],
    ];
    for (const [one = '', other = ''] of pairs) {
      const own = many(9, (at) => [at < 6 ? one : other, `${at < 4 ? one : other}. Here.`]);
      const label = phrasesOf(own, MOONS)[0] ?? [];
      expect(label).toHaveLength(1);
    }
  });

  test('calls an acronym and its meaning by one name, also where the meaning was completed', () => {
    const far = (at: number): Text => [
      at < 3 ? 'Wet land birds' : 'WLBs',
      at % 2 ? 'WLBs sing.' : 'All wet land birds (WLBs) of wet land, all wet land birds.',
    ];
    const names = phrasesOf(
      many(10, far),
      many(10, (at) => [`Salt ${at}`, 'Salt pans.']),
      MOONS,
    );
    const own = names[0]?.map((part) => part.toLowerCase()) ?? [];
    expect(own).toContain('wlbs');
    expect(own.filter((part) => part.includes('wet land'))).toEqual(['wet land birds']);
  });

  test('says nothing that is only said of things: “repository-level”, “training-free”', () => {
    const [own] = phrasesOf(
      many(9, (at) => [
        'Repository-level and training-free',
        `Of ${['bugs', 'tests', 'docs'][at % 3]}. A code completion.`,
      ]),
      MOONS,
    );
    expect(own).toContain('Code completion');
    expect(own?.join()).not.toMatch(/level|free/i);
  });

  test('has no third phrase that speaks for others rather than for its own papers', () => {
    const own = many(12, (at) => [
      'On it',
      at < 5 ? 'A graph coloring.' : at < 9 ? 'A vertex cover.' : 'A tidal bore.',
    ]);
    const label = (strangers: number): string[] =>
      phrasesOf(
        own,
        many(40, (at) => [
          'Bird calls',
          `Wing beats at dusk. ${at < strangers ? 'A tidal bore.' : 'Night.'}`,
        ]),
        MOONS,
      )[0] ?? [];
    expect(label(2)).toContain('Tidal bore');
    expect(label(7)).toEqual(['Graph coloring', 'Vertex cover']);
  });

  test('of papers that have little in common says what two of them share', () => {
    const words = ['Loom weaving', 'Kite flying', 'Salt mining', 'Bell casting'];
    const [own] = phrasesOf(
      many(8, (at) => [words[at >> 1] ?? '', `About ${words[at >> 1]}, number ${at}.`]),
      MOONS,
    );
    expect(own?.length).toBeGreaterThan(1);
    for (const phrase of own ?? [])
      expect(words.map((word) => word.toLowerCase())).toContain(phrase.toLowerCase());
  });

  test('is never empty where papers share words, however little those say', () => {
    const titles = ['Clinical guidelines', 'On clinical guidelines', 'New clinical guidelines'];
    const [own] = phrasesOf(
      titles.map((title): Text => [title, '']),
      MOONS,
    );
    expect(own).toEqual(['Clinical guidelines']);
  });

  test('keeps the capitals that a title has inside, where it is written like a sentence', () => {
    const label = (title: string): string[] | undefined =>
      phrasesOf(
        many(6, (at) => [`${title}, part ${at}`, '']),
        MOONS,
      )[0];
    expect(label('Large thermal Hall conductivity of metals')?.join()).toContain('thermal Hall');
    expect(label('Large Thermal Hall Conductivity of Metals')?.join()).toContain('thermal hall');
  });

  test('of two papers says what their titles say, not a word that follows once by chance', () => {
    const filler = Array.from({ length: 60 }, (_, at) => `Zu${at} beside wo${at}.`).join(' ');
    const [own] = phrasesOf(
      [
        ['Salt mining', `${filler} Deep salt mining tunnels.`],
        ['Bell casting', 'Of old bell casting moulds.'],
      ],
      MOONS,
    );
    expect(own).toEqual(['Bell casting', 'Salt mining']);
  });

  test('knows an acronym inside a longer phrase: “offline RL” is “offline reinforcement learning”', () => {
    const [own] = phrasesOf(
      many(9, (at) => [
        at % 2 ? 'Coastal SP crabs' : 'Coastal salt pan crabs',
        at % 2 ? 'A coastal SP crab.' : 'Every salt pan (SP) of the coast.',
      ]),
      MOONS,
    );
    expect(own).toEqual(['Coastal salt pan crabs']);
  });

  test('takes no phrase from a publisher’s notice, and parts letters that a PDF joined', () => {
    const [own] = phrasesOf(
      many(9, () => [
        'Di\ufb00usion of ink',
        'The di\ufb00usion of ink in water. © 2012 Heron Ltd. All rights reserved',
      ]),
      MOONS,
    );
    expect(own?.join()).toContain('Diffusion of ink');
    expect(own?.join()).not.toContain('Heron');
  });

  test('is what single titles say, where papers share no phrase that would do', () => {
    const titles = ['Random kite flying', 'Random salt mining', 'Random bell casting', 'Random'];
    const [own] = phrasesOf(
      titles.map((title): Text => [title, '']),
      many(9, (at) => [at < 5 ? 'Kite flying' : 'Salt', 'Bell casting, salt mining, kite flying.']),
      MOONS,
    );
    expect(own?.join()).not.toBe('');
  });

  test('is one honest word where a larger topic has the only phrase that would do', () => {
    const [, own] = phrasesOf(
      many(9, (at) => (at < 6 ? ['Tidal bore', 'A tidal bore.'] : [`Zu${at}`, ''])),
      many(6, () => ['Objects', 'A tidal bore.']),
      MOONS,
      MOONS.map(([title, text]): Text => [title, text.replace('oceans', 'lakes')]),
    );
    expect(own).toEqual(['Objects']);
  });
});
