import { describe, expect, it } from 'vitest';
import {
  addressOf,
  firstWords,
  paperPageOf,
  relativeDate,
  siteOf,
} from '@/components/ui/text/words';

const now = new Date(2026, 4, 20, 15, 0).getTime();
const said = (...then: [number, number, number, number?, number?]): string =>
  relativeDate(new Date(...then).getTime(), now, 'en');

describe('relative dates', () => {
  it('counts minutes and hours of today', () => {
    expect(said(2026, 4, 20, 14, 59)).toBe('1m ago');
    expect(said(2026, 4, 20, 14, 1)).toBe('59m ago');
    expect(said(2026, 4, 20, 12, 1)).toBe('2h ago');
  });
  it('counts days by the calendar, not by 24 hours', () => {
    expect(said(2026, 4, 19, 23, 0)).toBe('yesterday');
    expect(said(2026, 4, 19, 1, 0)).toBe('yesterday');
    expect(said(2026, 4, 14, 23, 0)).toBe('6d ago');
  });
  it('is the date from a week on, with the year of another year', () => {
    expect(said(2026, 4, 13, 23, 0)).toBe('May 13');
    expect(said(2025, 11, 31)).toBe('Dec 31, 2025');
  });
  it('takes a clock that is ahead for now', () => {
    expect(relativeDate(now + 90_000, now, 'en')).toBe('now');
  });
});

describe('first words of a note', () => {
  it('leaves out the signs of Markdown', () => {
    expect(firstWords('## Plan\n\n- [ ] read **all** of [this](https://a.example)\n> `x`')).toBe(
      'Plan read all of this x',
    );
  });
  it('keeps signs that mean themselves', () => {
    expect(firstWords('a * b and snake_case_name, 2 * 3 < 7')).toBe(
      'a * b and snake_case_name, 2 * 3 < 7',
    );
  });
  it('ends at a word', () => {
    const words = firstWords('lorem '.repeat(100));
    expect(words).toMatch(/^(?:lorem )+lorem…$/);
    expect(words.length).toBeLessThanOrEqual(141);
  });
});

describe('addresses', () => {
  const listing = (url: string, at: number) => ({ site: 's', url, title: '', at });
  it('opens where the paper was met last, else the paper', () => {
    const links = ['https://paper.example/1'];
    const listings = [listing('https://b.example/', 2), listing('https://a.example/', 1)];
    expect(addressOf({ listings, links })).toBe('https://b.example/');
    expect(addressOf({ listings: [], links })).toBe('https://paper.example/1');
    expect(paperPageOf({ keys: [], listings, links })).toBe('https://paper.example/1');
  });
  it('opens a paper that no page linked by its id, before the list where it was met', () => {
    const listings = [listing('https://b.example/', 2)];
    const keys = ['doi:10.1000/182', 'title:on tides'] as const;
    expect(paperPageOf({ keys: [...keys], listings, links: [] })).toBe(
      'https://doi.org/10.1000/182',
    );
    expect(paperPageOf({ keys: ['title:on tides'], listings, links: [] })).toBe(
      'https://b.example/',
    );
  });
  it('never opens a script', () => {
    const listings = [listing('javascript:alert(1)', 2), listing('data:text/html,x', 1)];
    expect(addressOf({ listings, links: ['javascript:alert(1)'] })).toBeNull();
  });
  it('names a site by its host', () => {
    expect(siteOf('https://www.nature.com/articles?x')).toBe('nature.com');
    expect(siteOf('no address')).toBe('');
  });
});
