import { browser } from '#imports';
import { parseMarkdown } from '@/domain/markdown';
import { keysOfIdentity } from '@/domain/identity/identify';
import { PAPER_KEY } from '@/domain/identity/paper-key';
import type { Identity, PaperKey, PaperState } from '@/domain/paper/paper';
import { fail, ok, type Result } from '@/domain/result';
import { settingsFor, siteName } from '@/domain/settings';
import { eachWithin, type Handlers, type Sender } from '@/rpc/serve';
import { tabCall } from '@/rpc/client';
import * as actions from '@/storage/steps/actions';
import type { Shelf } from '@/domain/shelf';
import type { BackupDatabase } from '@/storage/backup/db';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { orFailure } from '@/storage/failure';
import * as exporting from '@/storage/read/export';
import * as library from '@/storage/read/library';
import { meetPapers } from '@/storage/steps/meet';
import { markSeen, writeStatuses } from '@/storage/steps/many';
import { pageStates } from '@/storage/papers';
import { createSeal } from '@/storage/seal';
import { loadSettings, saveSettings } from '@/storage/settings';
import { listSearches, saveDifferent, saveSearch } from '@/storage/searches';
import { writeSightings } from '@/storage/sightings';
import { statesToTell } from '@/storage/told';

import { completeTags } from '@/storage/read/completion';
import { listTags } from '@/storage/steps/tags';
import { annotateTab, digestTab } from './annotate';
import { backupHandlers } from './backups';
import { completingFor } from './completing';
import { importsFor } from './imports';
import type { RescueCall } from './rescue';
import { showCounts } from './badge';
import { openFrameWindow } from './frame-window';
import { allowedSites } from './sites';
import { broadcast, broadcastSettings } from './broadcast';
import { stepHandlers, type Typed } from './steps';

/** The keys of an entry; none where it has neither an id nor a title. */
const identified = (identity: Identity): { keys: PaperKey[] } => ({
  keys: keysOfIdentity(identity).filter((key) => PAPER_KEY.test(key)),
});

/** The answer to each call. */
export function handlersFor(
  db: GlossDatabase,
  backups: BackupDatabase,
  env: Environment,
  shelf: Shelf,
): Handlers {
  const sealNow = createSeal(shelf, env.newId);
  /** After a write that succeeded, all other pages learn of it. */
  const told = async (
    result: Promise<Result<PaperState>>,
    sender: Sender,
  ): Promise<Result<PaperState>> => {
    const answer = await result;
    if (answer.ok) await broadcast([answer.value], sender);
    return answer;
  };
  const completing = completingFor(db, env, async (changed, sender) => {
    await broadcast(await statesToTell(db, changed), sender);
  });
  const { saved, ...completionCalls } = completing;
  const value = async <T>(promise: Promise<T>): Promise<Result<T>> => ok(await promise);
  const typed: Omit<Typed, RescueCall> = {
    ...stepHandlers(db, env),
    ...completionCalls,
    ...backupHandlers(db, backups, env, shelf),
    ...importsFor(db, env, async (changed, sender) => {
      await broadcast(await statesToTell(db, changed), sender);
    }),
    'page.states': async ({ papers }) => {
      const states = await pageStates(db, papers.map(identified));
      // Most papers of a page are new: nothing is sent of them.
      return ok(states.map((state) => (state.id === '' && !state.sighting ? null : state)));
    },
    'page.seen': async ({ papers, ...ask }) => {
      await writeSightings(db, { ...ask, papers: papers.map(identified) });
      return ok(null);
    },
    'papers.met': async (ask, sender) => {
      const answer = await meetPapers(db, env, ask);
      if (answer.ok && answer.value.length > 0) await broadcast(answer.value, sender);
      return answer;
    },
    'page.digest': async (_, { tab }) =>
      tab?.id === undefined ? fail('forbidden', 'Only a page can be read.') : digestTab(tab.id),
    'page.counts': async (counts, sender) => {
      await showCounts(counts, sender.tab?.id);
      return ok(null);
    },
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
      }
      return answer;
    },
    'papers.seen': ({ papers, ...ask }) =>
      markSeen(db, env, { ...ask, papers: papers.map(identified) }),
    'paper.tag': (ask, sender) => told(actions.writeTag(db, env, ask), sender),
    'paper.note': (ask, sender) => told(actions.writeNote(db, env, ask), sender),
    'paper.noticed': (ask, sender) => told(actions.writeNoticed(db, env, ask), sender),
    'note.preview': async ({ text }) => ok(parseMarkdown(text)),
    'highlight.add': (ask, sender) => told(actions.addHighlight(db, env, ask), sender),
    'highlight.edit': (ask, sender) => told(actions.editHighlight(db, env, ask), sender),
    'highlight.remove': (ask, sender) => told(actions.removeHighlight(db, env, ask), sender),
    'tags.list': () => value(listTags(db)),
    'tags.complete': ({ paper }) => value(completeTags(db, paper, env.now())),
    'settings.page': async (_, { url }) =>
      ok({
        ...settingsFor(await loadSettings(db), siteName(url) ?? ''),
        seal: await sealNow(),
      }),
    'settings.site': async (site, sender) => {
      const host = siteName(sender.url);
      if (host === null) return fail('forbidden', 'Only a web page has settings of its own.');
      const settings = await saveSettings(db, env, { sites: { [host]: site } });
      await broadcastSettings(sender);
      return ok(settingsFor(settings, host));
    },
    'settings.open': async () => {
      await browser.runtime.openOptionsPage();
      return ok(null);
    },
    'frame.window': async ({ nonce }, { tab }) =>
      tab?.id === undefined
        ? fail('forbidden', 'Only a page has a frame.')
        : openFrameWindow(tab.id, nonce),
    'frame.vouch': async (ask, { tab }) =>
      tab?.id === undefined
        ? fail('forbidden', 'Only a page has a frame.')
        : tabCall(tab.id, 'listing.vouch', ask),
    'papers.different': async (ask) => {
      await saveDifferent(db, env, ask);
      return ok(null);
    },
    'searches.list': () => value(listSearches(db)),
    'searches.save': (ask) => value(saveSearch(db, env, ask)),
    'settings.load': () => value(loadSettings(db)),
    'settings.save': async (change, sender) => {
      const settings = await saveSettings(db, env, change);
      await broadcastSettings(sender);
      return ok(settings);
    },
    'library.newest': (ask) => value(library.newestPapers(db, ask)),
    'library.between': (ask) => value(library.papersBetween(db, ask)),
    'library.papers': ({ ids }) => value(library.papersById(db, ids)),
    'export.papers': (ask) => value(exporting.paperLines(db, ask)),
    'export.head': () => value(exporting.exportHead(db)),
    'export.count': () => value(db.papers.count()),
    'export.sightings': ({ after }) => value(exporting.sightingLines(db, after)),
    'export.annotated': ({ since }) => value(exporting.annotatedSince(db, since)),
    'page.annotate': ({ tabId }) => annotateTab(tabId),
    'sites.allowed': () => value(allowedSites()),
  };
  // Each is paired with its argument by its name.
  return eachWithin(
    typed as Handlers,
    (handle) => (ask, sender) => orFailure(() => handle(ask, sender)),
  );
}
