import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createWays } from '@/components/frame/note/ways';
import type { FromFrame } from '@/components/in-page/frame/contract';
import { unknownState } from '@/domain/paper/paper';
import { ok } from '@/domain/result';

type Listener = Parameters<typeof fakeBrowser.runtime.onMessage.addListener>[0];

beforeEach(() => {
  fakeBrowser.reset();
});

const paper = { keys: ['arxiv:2401.00001'] } as unknown as Parameters<
  ReturnType<typeof createWays>['of']
>[0];

test('one text is one write, whichever way it goes, and another text is another', async () => {
  const posted: FromFrame[] = [];
  const written: unknown[] = [];
  fakeBrowser.runtime.onMessage.addListener(((message: { ask: { opId: string } }) => {
    written.push(message.ask.opId);
    return Promise.resolve(ok(unknownState()));
  }) as Listener);
  let ids = 0;
  const ways = createWays(
    (message) => posted.push(message),
    () => `n${(ids += 1)}`,
  );
  const note = ways.of(paper);
  note.draft('', 'one');
  const saving = note.save('', 'one');
  note.last('', 'one');
  note.draft('', 'one two');
  const idOf = (message: FromFrame) => ('id' in message ? message.id : '');
  expect(posted.map(idOf)).toEqual(['n1', 'n1', 'n2']);
  ways.answer('n1', ok(unknownState()));
  expect(await saving).toMatchObject({ ok: true });
  await expect.poll(() => written).toEqual(['n1']);
});
