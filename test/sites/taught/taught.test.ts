import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { Lesson, Taught } from '@/domain/taught';
import { digest } from '@/sites/digest';
import { type Examples, learn } from '@/sites/taught/learn';
import { taughtSite } from '@/sites/taught/read';
import { spotOf } from '@/sites/taught/spot';
import { checkPlaces } from '../expect-entries';

const URL_OF = new URL('https://list.example.org/programme');

const pageOf = (body: string): Document =>
  new JSDOM(`<!doctype html><title>Programme</title><body>${body}`, { url: URL_OF.href }).window
    .document;

/** The range that a person selects to mark a text. */
function select(page: Document, text: string): Range {
  const walker = page.createTreeWalker(page.body, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = (node.nodeValue ?? '').indexOf(text);
    if (at < 0) continue;
    const range = page.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + text.length);
    return range;
  }
  throw new Error(`The page does not say ${text}.`);
}

/** Has a page taught by lessons about selected texts; gives what was learned last. */
function teach(page: Document, ...lessons: [Lesson, string][]): Taught {
  const examples: Examples = { papers: [], others: [] };
  let taught: Taught | null = null;
  for (const [lesson, text] of lessons) {
    const spot = spotOf(select(page, text));
    if (!spot) throw new Error(`No spot for ${text}.`);
    const into = lesson === 'other' ? 'others' : 'papers';
    Object.assign(examples, { [into]: [...examples[into], spot] });
    const reader = taught ? taughtSite(taught, digest) : digest;
    const entries = reader.entries(page, URL_OF);
    const learned = learn(lesson, { page, before: taught, examples, entries });
    if (!learned.ok) throw new Error(learned.error.message);
    taught = learned.value;
  }
  return taught as unknown as Taught;
}

const titlesOn = (page: Document, taught: Taught): string[] =>
  taughtSite(taught, digest)
    .entries(page, URL_OF)
    .map(({ title }) => title);

const TALKS = [
  ['Ladders', 'Ada Example (University of Made-Up); Bo Sample (Sample Labs)'],
  ['What snails remember of the rain', 'Cy Instance (Instance Institute)'],
  ['On the patience of wells', 'Di Specimen (Made-Up University); Ed Case (Sample Labs)'],
  ['Who counts the counters?', 'Flo Token (Token College)'],
] as const;

/** A programme that styles set in lines and markup does not: all in one run of text. */
const talk = ([title, names]: readonly [string, string], at: number): string =>
  `<span class="time">9:${at}0</span> <span class="talk"><a href="papers/p${at}.pdf">${title}</a></span>
   <span class="who">${names}</span> `;
const session = (name: string, track: string, from: number): string =>
  `<div class="session ${track}"><h3>${name}</h3>${TALKS.slice(from, from + 2)
    .map((one, at) => talk(one, from + at))
    .join('')}</div>`;
const PROGRAMME = `<main>${session('Garden', 'track-all', 0)}<div class="session track-all"><h3>Lunch</h3><span class="talk">Soup and bread for all</span></div>${session('Water', 'track-b', 2)}</main>`;

describe('a list that is taught by examples', () => {
  it('reads titles that run on in one line of text, with their authors', () => {
    const page = pageOf(PROGRAMME);
    expect(digest.entries(page, URL_OF)).toEqual([]);
    const taught = teach(page, ['alike', TALKS[0][0]], ['other', 'Soup and bread for all']);
    const entries = taughtSite(taught, digest).entries(page, URL_OF);
    expect(entries.map(({ title }) => title)).toEqual(TALKS.map(([title]) => title));
    expect(entries[0]?.authors).toEqual(['Ada Example', 'Bo Sample']);
    expect(entries.map(({ links }) => links[0])).toEqual(
      TALKS.map((_, at) => `https://list.example.org/papers/p${at}.pdf`),
    );
    for (const entry of entries) checkPlaces(entry, page);
  });

  it('keeps nothing of what the page says', () => {
    const taught = teach(pageOf(PROGRAMME), ['alike', TALKS[0][0]], ['alike', TALKS[2][0]]);
    expect(JSON.stringify(taught)).not.toMatch(/ladders|wells|example/i);
    expect(taught.papers).toEqual([{ selector: 'span.talk' }]);
  });

  it('takes the column of a table, and not the cells beside it', () => {
    const row = ([title, names]: readonly [string, string], at: number): string =>
      `<tr class="row-${at}"><td>${at}</td><td>${title}</td><td>${names}</td></tr>`;
    const page = pageOf(`<table class="papers">${TALKS.map(row).join('')}</table>
      <table class="dates"><tr><td>1</td><td>Papers are due in May</td><td>noon</td></tr></table>`);
    const taught = teach(page, ['alike', TALKS[1][0]], ['other', 'Papers are due in May']);
    expect(titlesOn(page, taught)).toEqual(TALKS.map(([title]) => title));
  });

  it('finds the title again in lines that markup does not part', () => {
    const page = pageOf(
      `<ul class="refs">${TALKS.map(([title], at) => `<li>${title} – seen by ${at + 2}0 people</li>`).join('')}</ul>`,
    );
    const taught = teach(page, ['alike', TALKS[1][0]]);
    expect(taught.papers[0]).toHaveProperty('cut');
    expect(titlesOn(page, taught)).toContain(TALKS[2][0]);
  });

  it('tells lines of one element apart', () => {
    const page = pageOf(
      TALKS.map(([title, names]) => `<p class="one">${names}<br>${title}<br>Room 3</p>`).join(''),
    );
    const taught = teach(page, ['alike', TALKS[1][0]]);
    expect(taught.papers).toEqual([{ selector: 'p.one', line: 1 }]);
    expect(titlesOn(page, taught)).toEqual(TALKS.map(([title]) => title));
  });

  const PAPERS = Array.from(
    { length: 5 },
    (_, at) =>
      `<li class="paper"><a href="https://arxiv.org/abs/2401.0000${at + 1}">Measuring the patience of ${at + 3} made-up wells</a> Ada Example, Bo Sample</li>`,
  ).join('');

  it('tells a title from the names and the abstract within its own element', () => {
    const page = pageOf(
      TALKS.map(
        ([title, names]) =>
          `<div class="one">${title} <span>${names}</span><p>${names} tell.</p></div>`,
      ).join(''),
    );
    const taught = teach(page, ['alike', TALKS[1][0]]);
    expect(taught.papers).toEqual([{ selector: 'div.one', cut: 'own' }]);
    expect(titlesOn(page, taught)).toEqual(TALKS.map(([title]) => title));
  });

  it('takes bold paragraphs, and no paragraphs of names beside them', () => {
    const page = pageOf(
      TALKS.map(([title, names]) => `<p><b>${title}</b></p><p>${names}</p>`).join(''),
    );
    expect(titlesOn(page, teach(page, ['alike', TALKS[1][0]]))).toEqual(
      TALKS.map(([title]) => title),
    );
  });

  it('adds what Gloss missed to what it finds by itself', () => {
    const page = pageOf(`<ul>${PAPERS}</ul><div class="late"><b>Ladders</b></div>`);
    const found = digest.entries(page, URL_OF).map(({ title }) => title);
    expect(found).toHaveLength(5);
    expect(titlesOn(page, teach(page, ['paper', 'Ladders']))).toEqual([...found, 'Ladders']);
  });

  it('leaves out what is no paper, and its likes alone', () => {
    const page = pageOf(
      `<ul>${PAPERS}<li class="ad"><a href="https://arxiv.org/abs/2401.00009">Measuring what you could buy today</a> Cy Instance, Di Specimen</li></ul>`,
    );
    expect(digest.entries(page, URL_OF)).toHaveLength(6);
    const taught = teach(page, ['other', 'Measuring what you could buy today']);
    expect(titlesOn(page, taught)).toHaveLength(5);
  });

  it('says so where markup does not tell papers from others', () => {
    const page = pageOf(`<ul>${PAPERS}</ul>`);
    expect(() => teach(page, ['other', 'Measuring the patience of 3 made-up wells'])).toThrow(
      'same way',
    );
  });

  it('reads pages of the site that have nothing of it as before', () => {
    const taught = teach(pageOf(PROGRAMME), ['alike', TALKS[0][0]]);
    const other = pageOf(`<ul>${PAPERS}</ul>`);
    expect(titlesOn(other, taught)).toEqual(
      digest.entries(other, URL_OF).map(({ title }) => title),
    );
  });

  it('takes a selection that begins before the title or ends behind it, and none of several rows', () => {
    const page = pageOf(`<ul><li>  <b>Ladders</b> </li><li><b>Wells</b></li></ul>`);
    const range = page.createRange();
    const [first, second] = page.querySelectorAll('li');
    range.setStart(first as Element, 0);
    range.setEnd(second as Element, 0);
    expect(spotOf(range)?.element).toBe(first);
    range.selectNodeContents(page.body);
    expect(spotOf(range)).toBeUndefined();
  });

  it('never throws on selectors that a browser does not understand', () => {
    const page = pageOf(PROGRAMME);
    const taught: Taught = { papers: [{ selector: '::' }], others: ['>>'], isAll: false };
    expect(titlesOn(page, taught)).toEqual([]);
  });
});
