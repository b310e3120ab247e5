// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCommentSaver } from '@/components/in-page/highlight/comments';
import type { EntryHighlight } from '@/components/in-page/highlight/contract';
import { listedOf } from '../listed';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function saver() {
  const saved: string[] = [];
  const ends = new AbortController();
  const comments = createCommentSaver(async ({ state }, id, { comment }) => {
    saved.push(`${state.id} ${id} ${comment}`);
    return { ok: true, value: null };
  }, ends.signal);
  const [item] = listedOf({});
  const of = { item, highlight: { id: 'h1' } } as EntryHighlight;
  return { comments, saved, of };
}

test('a comment is saved once a person pauses, as it is then', () => {
  const { comments, saved, of } = saver();
  comments.type(of, 'why');
  vi.advanceTimersByTime(200);
  comments.type(of, 'why?');
  vi.advanceTimersByTime(200);
  expect(saved).toEqual([]);
  vi.advanceTimersByTime(200);
  expect(saved).toEqual(['p0 h1 why?']);
});

test('a comment is saved when its bar closes or the page is left, and once', () => {
  const { comments, saved, of } = saver();
  comments.type(of, 'one');
  comments.flush();
  comments.flush();
  comments.type(of, 'two');
  dispatchEvent(new Event('pagehide'));
  expect(saved).toEqual(['p0 h1 one', 'p0 h1 two']);
  vi.advanceTimersByTime(5_000);
  expect(saved).toEqual(['p0 h1 one', 'p0 h1 two']);
});

test('a highlight that is removed gets no comment afterwards', () => {
  const { comments, saved, of } = saver();
  comments.type(of, 'one');
  comments.drop();
  comments.flush();
  vi.advanceTimersByTime(5_000);
  expect(saved).toEqual([]);
});
