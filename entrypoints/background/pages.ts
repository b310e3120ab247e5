import { keysOfIdentity } from '@/domain/identity/identify';
import { PAPER_KEY } from '@/domain/identity/paper-key';
import type { Identity, PaperKey, PaperState } from '@/domain/paper/paper';
import { fail, ok, type Result } from '@/domain/result';
import { tabCall } from '@/rpc/client';
import type { Sender } from '@/rpc/serve';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { pageStates } from '@/storage/papers';
import { completeTags } from '@/storage/read/completion';
import { writeSightings } from '@/storage/sightings';
import * as actions from '@/storage/steps/actions';
import { meetPapers } from '@/storage/steps/meet';
import { markSeen, writeStatuses } from '@/storage/steps/many';
import { annotateTab, digestTab } from './annotate';
import type { AppHandlers } from './answers';
import { showCounts } from './badge';
import { broadcast } from './broadcast';
import { openFrameWindow } from './frame-window';

type PageCall =
  | `page.${'states' | 'seen' | 'digest' | 'teach' | 'counts' | 'annotate'}`
  | `frame.${'window' | 'vouch'}`
  | 'tags.complete';

type WriteCall =
  | `paper.${'status' | 'tag' | 'note' | 'noticed'}`
  | `papers.${'status' | 'seen' | 'met'}`
  | `highlight.${'add' | 'edit' | 'remove'}`;

/** The keys of an entry; none where it has neither an id nor a title. */
export const identified = (identity: Identity): { keys: PaperKey[] } => ({
  keys: keysOfIdentity(identity).filter((key) => PAPER_KEY.test(key)),
});

/** Answers listing pages: the states of their papers, what they show, and their frames. */
export const pageHandlers = (db: GlossDatabase, env: Environment): Pick<AppHandlers, PageCall> => ({
  'page.states': async ({ papers }) => {
    const states = await pageStates(db, papers.map(identified));
    // Most papers of a page are new: nothing is sent of them.
    return ok(states.map((state) => (state.id === '' && !state.sighting ? null : state)));
  },
  'page.seen': async ({ papers, ...ask }) => {
    await writeSightings(db, { ...ask, papers: papers.map(identified) });
    return ok(null);
  },
  'page.digest': async (_, { tab }) =>
    tab?.id === undefined ? fail('forbidden', 'Only a page can be read.') : digestTab(tab.id),
  'page.teach': async (ask, { tab }) => {
    if (tab?.id === undefined) return fail('forbidden', 'Only a page can be taught.');
    const started = await annotateTab(tab.id);
    return started.ok ? tabCall(tab.id, 'listing.teach', ask) : started;
  },
  'page.counts': async (counts, sender) => {
    await showCounts(counts, sender.tab?.id);
    return ok(null);
  },
  'page.annotate': ({ tabId }) => annotateTab(tabId),
  'frame.window': async (ask, { tab }) =>
    tab?.id === undefined
      ? fail('forbidden', 'Only a page has a frame.')
      : openFrameWindow(tab.id, ask),
  'frame.vouch': async (ask, { tab }) =>
    tab?.id === undefined
      ? fail('forbidden', 'Only a page has a frame.')
      : tabCall(tab.id, 'listing.vouch', ask),
  'tags.complete': async ({ paper }) => ok(await completeTags(db, paper, env.now())),
});

/** Who is told of writes. */
interface Hearers {
  saved: (papers: readonly PaperState[]) => void;
  /** The person did something with a paper. */
  acted: () => Promise<void>;
}

/** Answers writes to papers: statuses, tags, notes, highlights. All other pages learn of a write that succeeded. */
export function writeHandlers(
  db: GlossDatabase,
  env: Environment,
  { saved, acted }: Hearers,
): Pick<AppHandlers, WriteCall> {
  const told = async (
    result: Promise<Result<PaperState>>,
    sender: Sender,
  ): Promise<Result<PaperState>> => {
    const answer = await result;
    if (answer.ok) await broadcast([answer.value], sender);
    if (answer.ok) void acted();
    return answer;
  };
  return {
    'paper.status': async (ask, sender) => {
      const answer = await told(actions.writeStatus(db, env, ask), sender);
      if (answer.ok) saved([answer.value]);
      return answer;
    },
    'papers.status': async (ask, sender) => {
      const answer = await writeStatuses(db, env, ask);
      if (answer.ok) {
        await broadcast(answer.value, sender);
        saved(answer.value);
        void acted();
      }
      return answer;
    },
    'papers.met': async (ask, sender) => {
      const answer = await meetPapers(db, env, ask);
      if (answer.ok && answer.value.length > 0) await broadcast(answer.value, sender);
      return answer;
    },
    'papers.seen': ({ papers, ...ask }) =>
      markSeen(db, env, { ...ask, papers: papers.map(identified) }),
    'paper.tag': (ask, sender) => told(actions.writeTag(db, env, ask), sender),
    'paper.note': (ask, sender) => told(actions.writeNote(db, env, ask), sender),
    'paper.noticed': (ask, sender) => told(actions.writeNoticed(db, env, ask), sender),
    'highlight.add': (ask, sender) => told(actions.addHighlight(db, env, ask), sender),
    'highlight.edit': (ask, sender) => told(actions.editHighlight(db, env, ask), sender),
    'highlight.remove': (ask, sender) => told(actions.removeHighlight(db, env, ask), sender),
  };
}
