import { describe, expect, it } from 'vitest';
import type { PaperState } from '@/domain/paper/paper';
import { fail, ok } from '@/domain/result';
import { createOutbox } from '@/entrypoints/background/outbox';
import { writeStatus } from '@/storage/steps/actions';
import { openLibrary, refOf } from '../../storage/open';

const paper = refOf(['arxiv:2401.00001']);

/** A library, and workers on it. */
function library() {
  const { db, env } = openLibrary();
  let writes = 0;
  const write = async () => {
    await writeStatus(db, env, { opId: `w${(writes += 1)}`, paper, status: 'saved' });
  };
  /** A worker that starts: what it told, and what it does when its messages are out. */
  const start = async () => {
    const told: PaperState[][] = [];
    const due: (() => Promise<void>)[] = [];
    const outbox = createOutbox(db, async (papers) => void told.push(papers), {
      later: (note) => void due.push(note),
    });
    await outbox.catchUp();
    const handlers = outbox.attend({
      read: async () => ok(null),
      save: async () => {
        await write();
        return ok(null);
      },
      saveUntold: async () => {
        await write();
        return fail('storage', 'The state could not be read.');
      },
    });
    const sent = async () => {
      for (const note of due.splice(0)) await note();
    };
    return { told, handlers, sent };
  };
  return { write, start };
}

describe('a worker that starts', () => {
  it('tells what one before it wrote and could not tell, once', async () => {
    const { write, start } = library();
    const first = await start();
    await first.sent();
    await first.handlers.save();
    await first.sent();
    await write();
    const next = await start();
    expect(next.told.map((papers) => papers.map(({ status }) => status))).toEqual([['saved']]);
    await next.sent();
    expect((await start()).told).toEqual([]);
  });

  it('tells again what was told a moment before the one before it was stopped', async () => {
    const { start } = library();
    const first = await start();
    await first.sent();
    await first.handlers.save();
    expect((await start()).told).toHaveLength(1);
  });

  it('tells of a write again if it is unknown whether all were told', async () => {
    const { start } = library();
    const first = await start();
    await first.sent();
    await first.handlers.saveUntold();
    await first.handlers.read();
    await first.sent();
    expect((await start()).told).toHaveLength(1);
  });

  it('tells nothing of a library that is new to it', async () => {
    const { write, start } = library();
    await write();
    expect((await start()).told).toEqual([]);
  });
});
