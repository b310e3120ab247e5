import { ok, type Result } from '@/domain/result';
import type { Changed } from '@/rpc/protocol';
import type { Sender } from '@/rpc/serve';
import type { Undone } from '@/domain/library';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { paperHistory } from '@/storage/steps/history';
import { changeMany } from '@/storage/steps/many';
import { joinMany, splitNewest } from '@/storage/steps/join';
import type { Taken } from '@/storage/steps/step';
import { statesToTell } from '@/storage/told';
import { countTags } from '@/storage/read/tags';
import { deleteTag, recolourTag, renameTag } from '@/storage/steps/tags';
import { emptyTrash, listTrash } from '@/storage/steps/trash';
import { loadTopics } from '@/storage/read/topics';
import { changeTopics, saveMap, saveTopics } from '@/storage/steps/topics';
import { redo, undo } from '@/storage/steps/undo';
import type { AppHandlers } from './answers';
import { broadcast } from './broadcast';

type StepCall =
  | 'undo'
  | 'redo'
  | 'papers.bulk'
  | `paper.${'delete' | 'restore' | 'join' | 'split' | 'history'}`
  | `trash.${'list' | 'empty'}`
  | 'tags.counted'
  | `topics.${'load' | 'save' | 'change'}`
  | 'map.save'
  | `tag.${'rename' | 'recolour' | 'merge' | 'delete'}`;

/** Answers to steps in the library itself: many papers, joining, the trash, tags, topics, undo. */
export function stepHandlers(db: GlossDatabase, env: Environment): Pick<AppHandlers, StepCall> {
  /** After a step, all other pages learn of the papers that it changed; of a tag's new name by "many". */
  const told = async (step: Promise<Result<Taken>>, sender: Sender): Promise<Result<Changed>> => {
    const done = await step;
    if (!done.ok) return done;
    const { touched } = done.value;
    const papers = await statesToTell(db, touched);
    await broadcast(papers, sender);
    return ok({ count: touched.length, papers });
  };
  const toldUndone = async (
    step: Promise<Result<Undone | null>>,
    sender: Sender,
  ): Promise<Result<Undone | null>> => {
    const done = await step;
    if (done.ok && done.value) await broadcast(done.value.papers, sender);
    return done;
  };
  return {
    undo: ({ opId, step }, sender) => toldUndone(undo(db, env, opId, step), sender),
    redo: ({ opId }, sender) => toldUndone(redo(db, env, opId), sender),
    'papers.bulk': (ask, sender) => told(changeMany(db, env, ask), sender),
    'paper.delete': ({ opId, id }, sender) =>
      told(changeMany(db, env, { opId, ids: [id], change: { kind: 'delete' } }), sender),
    'paper.restore': ({ opId, id }, sender) =>
      told(changeMany(db, env, { opId, ids: [id], change: { kind: 'restore' } }), sender),
    'paper.join': (ask, sender) => told(joinMany(db, env, ask), sender),
    'paper.split': (ask, sender) => told(splitNewest(db, env, ask), sender),
    'paper.history': async (ask) => ok(await paperHistory(db, ask)),
    'trash.list': async (ask) => ok(await listTrash(db, ask)),
    'trash.empty': async () => ok(await emptyTrash(db)),
    'topics.load': async () => ok(await loadTopics(db)),
    'topics.save': async (ask) => {
      await saveTopics(db, ask);
      return ok(null);
    },
    'topics.change': (ask, sender) => told(changeTopics(db, env, ask), sender),
    'map.save': async (ask) => {
      await saveMap(db, ask);
      return ok(null);
    },
    'tags.counted': async () => ok(await countTags(db)),
    'tag.rename': (ask, sender) => told(renameTag(db, env, ask), sender),
    'tag.recolour': (ask, sender) => told(recolourTag(db, env, ask), sender),
    'tag.merge': (ask, sender) => told(deleteTag(db, env, ask), sender),
    'tag.delete': (ask, sender) => told(deleteTag(db, env, { ...ask, into: null }), sender),
  };
}
