import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fail, ok } from '@/domain/result';
import { type Handlers, serve } from '@/rpc/serve';

beforeEach(() => {
  fakeBrowser.reset();
});

/** A background that does what it is told one after the other, some of it slowly. */
function background() {
  const done: string[] = [];
  const handlers: Handlers = {
    slow: async (ask: never) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      done.push(ask);
      return ok(ask);
    },
    write: async ({ opId }: { opId: string }) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      done.push(opId);
      return ok(opId);
    },
    quick: (ask: never) => {
      done.push(ask);
      return Promise.resolve(ok(ask));
    },
  };
  serve(handlers, (name, ask) => (ask === 'wrong' ? fail('invalid', name) : ok(ask)));
  return done;
}

const send = (message: unknown): Promise<unknown> => fakeBrowser.runtime.sendMessage(message);

it('does what a message comes after first, and answers for all of it', async () => {
  const done = background();
  const answer = await send({
    gloss: 'quick',
    ask: 'last',
    after: [
      { gloss: 'slow', ask: 'first' },
      { gloss: 'quick', ask: 'wrong' },
      { gloss: 'unknown', ask: 'second' },
    ],
  });
  expect(done).toEqual(['first', 'last']);
  expect(answer).toMatchObject({
    after: [ok('first'), { error: { reason: 'invalid' } }, { error: { reason: 'invalid' } }],
    own: ok('last'),
  });
});

it('answers a message that comes alone with one result', async () => {
  background();
  expect(await send({ gloss: 'slow', ask: 'one' })).toEqual(ok('one'));
});

it('waits for a write that is under way where it comes along again, and does it once', async () => {
  const done = background();
  const first = { gloss: 'write', ask: { opId: 'one' } };
  const answers = [
    send(first),
    send({ gloss: 'write', ask: { opId: 'two' }, after: [first] }),
    send({ gloss: 'write', ask: { opId: 'three' }, after: [first] }),
  ];
  await Promise.all(answers);
  expect(done.toSorted()).toEqual(['one', 'three', 'two']);
  expect(done[0]).toBe('one');
  await send(first);
  expect(done).toHaveLength(4);
});

it('answers for a write that is under way by what comes of it, though nothing more is let in meanwhile', async () => {
  const done: string[] = [];
  let isOpen = true;
  const handlers: Handlers = {
    write: async ({ opId }: { opId: string }) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      done.push(opId);
      return ok(opId);
    },
  };
  serve(handlers, (name, ask) => (isOpen ? ok(ask) : fail('busy', name)));
  const first = { gloss: 'write', ask: { opId: 'one' } };
  const begun = send(first);
  isOpen = false;
  const later = await send({ gloss: 'write', ask: { opId: 'two' }, after: [first] });
  expect(later).toMatchObject({ after: [ok('one')], own: { error: { reason: 'busy' } } });
  expect(await begun).toEqual(ok('one'));
  expect(done).toEqual(['one']);
});
