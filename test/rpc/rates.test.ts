import { describe, expect, test } from 'vitest';
import { createRates } from '@/rpc/rates';

/** What a page tells of so many entries. */
const papers = (count: number) => ({
  papers: Array.from({ length: count }, () => ({
    ids: { arxiv: '2401.00001' },
    title: 'x'.repeat(120),
  })),
});

/** All that is read of so many papers. */
const whole = (count: number) => ({
  papers: Array.from({ length: count }, () => ({
    title: 'x'.repeat(120),
    abstract: 'x'.repeat(2_000),
  })),
});

/** A clock that goes on when it is told. */
function rates() {
  let time = 0;
  const { take } = createRates(() => time);
  return {
    take: (name: string, ask: unknown, sender = 'tab') => take(sender, name, ask).ok,
    wait: (seconds: number) => (time += seconds * 1_000),
  };
}

describe('a person at work never meets the limits', () => {
  test('scrolling through 2,000 entries by machine, and through 10,000 that are opened again and again', () => {
    const { take, wait } = rates();
    const done: boolean[] = [];
    for (let entry = 0; entry < 2_000; entry += 10) {
      done.push(take('page.states', papers(10)), take('page.counts', {}));
      wait(0.1);
      done.push(take('page.seen', papers(10)), take('page.counts', {}));
    }
    for (let visit = 0; visit < 20; visit++) {
      done.push(take('page.states', papers(10_000)));
      wait(10);
    }
    expect(done.every(Boolean)).toBe(true);
  });

  test('deciding by a key that is held down, for a minute', () => {
    const { take, wait } = rates();
    const done: boolean[] = [];
    for (let press = 0; press < 60 * 30; press++) {
      done.push(take('paper.status', { opId: `${press}` }));
      wait(1 / 30);
    }
    expect(done.every(Boolean)).toBe(true);
  });

  test('undoing by a key that is held down while a worker starts: each press takes those before it along', () => {
    const { take } = rates();
    const done: boolean[] = [];
    for (let press = 0; press < 30; press++)
      for (let write = 0; write <= press; write++) done.push(take('undo', { opId: `${write}` }));
    expect(done.every(Boolean)).toBe(true);
  });

  test('typing an hour in a note of 100,000 letters', () => {
    const { take, wait } = rates();
    const done: boolean[] = [];
    for (let save = 0; save < 5 * 3_600; save++) {
      done.push(take('paper.note', { opId: `${save}`, text: 'x'.repeat(100_000) }));
      wait(0.2);
    }
    expect(done.every(Boolean)).toBe(true);
  });

  test('dismissing and undoing all of a page of 10,000', () => {
    const { take } = rates();
    expect(take('papers.status', whole(10_000))).toBe(true);
    expect(take('undo', { opId: 'u' })).toBe(true);
    expect(take('papers.seen', papers(10_000))).toBe(true);
  });
});

describe('a flood', () => {
  test('of one write that comes again and again ends too', () => {
    const { take } = rates();
    let taken = 0;
    while (taken < 100_000 && take('undo', { opId: 'the same' })) taken += 1;
    expect(taken).toBeLessThan(20_000);
  });

  test('of sightings ends after some, and takes nothing from other tabs', () => {
    const { take, wait } = rates();
    let taken = 0;
    for (let message = 0; message < 1_000; message++) {
      if (take('page.seen', papers(2_000))) taken += 2_000;
      wait(0.01);
    }
    expect(taken).toBeLessThanOrEqual(22_000);
    expect(take('page.seen', papers(2_000), 'another tab')).toBe(true);
    wait(60);
    expect(take('page.seen', papers(2_000))).toBe(true);
  });

  test('of messages and of text ends as well', () => {
    const { take } = rates();
    let calls = 0;
    while (calls < 5_000 && take('page.counts', {})) calls += 1;
    expect(calls).toBe(1_000);
    let notes = 0;
    const text = 'x'.repeat(1_000_000);
    while (notes < 500 && take('paper.note', { text }, 'other')) notes += 1;
    expect(notes).toBe(49);
  });

  test('of text ends wherever in a call it is', () => {
    const long = 'x'.repeat(1_000_000);
    const asks: [string, object][] = [
      ['highlight.add', { highlight: { comment: long } }],
      [
        'paper.status',
        { paper: { authors: Array.from({ length: 1_000 }, () => 'y'.repeat(1_000)) } },
      ],
      ['papers.met', { papers: [{ abstract: long }] }],
      ['settings.site', { taught: { others: [long] } }],
    ];
    for (const [name, ask] of asks) {
      const { take, wait } = rates();
      let taken = 0;
      while (taken < 500 && take(name, ask)) taken += 1;
      expect(taken).toBe(49);
      wait(10);
      expect(take(name, ask)).toBe(true);
    }
  });

  test.each([
    ['undo', 100],
    ['redo', 100],
    ['frame.window', 5],
    ['library.show', 5],
  ])(
    'of %s ends: a page that has taken our script neither unmakes the library nor fills the screen',
    (name, most) => {
      const { take, wait } = rates();
      let done = 0;
      while (done < 5_000 && take(name, { opId: `${done}` })) done += 1;
      expect(done).toBe(most);
      wait(60);
      expect(take(name, { opId: 'later' })).toBe(true);
    },
  );

  test('of senders is forgotten', () => {
    const { take } = rates();
    for (let sender = 0; sender < 5_000; sender++) take('undo', {}, `${sender}`);
    expect(take('undo', {}, '1')).toBe(true);
  });
});
