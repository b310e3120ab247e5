import { countsOf, pictureOf } from '@/components/in-page/first/describe';
import { ok } from '@/domain/result';
import { isKept } from '@/domain/paper/in-sight';
import type { PaperState } from '@/domain/paper/paper';
import type { Newcomer } from '@/domain/newcomer';
import { type PageSettings, settingsFor, settingsHost } from '@/domain/settings';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { pageStates } from '@/storage/papers';
import { loadSettings } from '@/storage/settings';
import type { AppHandlers } from './answers';
import { showCounts } from './badge';
import { identified } from './pages';

/** Answers the first stage of a page: what its first picture shows. */
export const openingHandlers = (
  db: GlossDatabase,
  { newId }: Pick<Environment, 'newId'>,
  { newcomer, sealNow }: { newcomer: Newcomer; sealNow: () => Promise<string> },
): Pick<AppHandlers, 'page.open'> => ({
  'page.open': async ({ visit, papers }, { url, tab }) => {
    const [stored, states, isNewcomer, seal] = await Promise.all([
      loadSettings(db),
      pageStates(db, papers.map(identified)),
      newcomer.is(),
      sealNow(),
    ]);
    const settings = settingsFor(stored, settingsHost(url) ?? '');
    const { isOff, keys } = settings;
    const needsMore = isNewcomer || isMoreThanMarks(settings, states);
    if (!isOff && !needsMore && papers.length > 0) {
      const { new: unseen, saved } = countsOf(states, visit);
      void showCounts({ papers: papers.length, unseen, saved }, tab?.id);
    }
    return ok({
      isOff,
      needsMore,
      kept: states.flatMap((state, at) => (isKept(state) ? at : [])),
      picture: pictureOf(states, visit, settings),
      seal,
      script: newId(),
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
  return hasWords || treatsAny || states.some((state) => isMoreThanMark(settings, state));
}

/** Whether a paper's entry shows more than its mark: highlights, a lighter ink, tags or the first words of a note. */
function isMoreThanMark(
  { isDiscreet, treatments }: PageSettings,
  { id, status, tags, note, notices, highlights }: PaperState,
): boolean {
  if (id === '') return false;
  const says = notices.length > 0 || tags.length > 0 || note.text !== '';
  const isDimmed = status === 'dismissed' && treatments.dismissed !== 'show';
  return isDimmed || highlights.length > 0 || (says && !isDiscreet);
}
