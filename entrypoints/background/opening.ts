import { ok } from '@/domain/result';
import { isNewAt, wasSeenBefore } from '@/domain/paper/in-sight';
import type { PaperState } from '@/domain/paper/paper';
import { type PageSettings, settingsFor, settingsHost } from '@/domain/settings';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { pageStates } from '@/storage/papers';
import { loadSettings } from '@/storage/settings';
import type { AppHandlers } from './answers';
import { showCounts } from './badge';
import { wordsFor } from './first-words';
import { identified } from './pages';

/** Answers the first stage of a page: what its first picture shows. */
export const openingHandlers = (
  db: GlossDatabase,
  { now, newId }: Environment,
  sealNow: () => Promise<string>,
): Pick<AppHandlers, 'page.open'> => ({
  'page.open': async ({ papers }, { url, tab }) => {
    const [stored, states, seal] = await Promise.all([
      loadSettings(db),
      pageStates(db, papers.map(identified)),
      sealNow(),
    ]);
    const settings = settingsFor(stored, settingsHost(url) ?? '');
    const { isOff, bar, isCollapsed, keys } = settings;
    const visit = now();
    const seen = states.flatMap((state, at) => (wasSeenBefore(state, visit) ? at : []));
    const unseen = states.filter((state) => isNewAt(state, visit)).length;
    const needsMore = isMoreThanMarks(settings, states);
    if (!isOff && !needsMore && papers.length > 0)
      void showCounts({ papers: papers.length, unseen, saved: 0 }, tab?.id);
    return ok({
      isOff,
      needsMore,
      seen,
      unseen,
      bar,
      isCollapsed,
      seal,
      script: newId(),
      words: wordsFor(papers.length, unseen),
      keys: Object.values(keys).filter(Boolean),
    });
  },
});

/** Whether a page shows anything that the first stage does not draw. */
function isMoreThanMarks(settings: PageSettings, states: readonly PaperState[]): boolean {
  const { muted, watched, watchedAuthors, treatments } = settings;
  const hasWords = muted.length + watched.length + watchedAuthors.length > 0;
  const { seen, replacement, 'cross-list': cross } = treatments;
  const treatsAny = [seen, replacement, cross].some((treatment) => treatment !== 'show');
  return hasWords || treatsAny || states.some(({ id }) => id !== '');
}
