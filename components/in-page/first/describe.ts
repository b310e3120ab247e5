import { i18n } from '#i18n';
import { quiet } from '@/components/in-page/layer/first-styles';
import { lookOf } from '@/components/in-page/marks/mark';
import { MARK } from '@/components/in-page/marks/mark-shape';
import { isNewAt } from '@/domain/paper/in-sight';
import { type PaperState, unknownState } from '@/domain/paper/paper';
import type { PageSettings } from '@/domain/settings';
import type { Look, Picture } from '@/rpc/protocol';
import { type FirstCounts, firstBar, saying } from './first-bar';

/** How many papers of a page are of each kind at a visit, milliseconds since 1970. */
export function countsOf(states: readonly PaperState[], visit: number): FirstCounts {
  const old = states.filter((state) => !isNewAt(state, visit));
  const are = (is: (state: PaperState) => boolean): number => old.filter(is).length;
  return {
    papers: states.length,
    new: states.length - old.length,
    saved: are(({ status }) => status === 'saved'),
    read: are(({ status }) => status === 'read'),
    noted: are(({ note, highlights }) => note.text !== '' || highlights.length > 0),
  };
}

/**
 * All that the first stage draws of a page whose papers have these states. The background describes it, so that the first stage carries no drawings,
 * texts and style sheets.
 */
export function pictureOf(
  states: readonly PaperState[],
  visit: number,
  { bar, isCollapsed, isDiscreet }: PageSettings,
): Picture {
  const looks = new Map<string, { look: Look; at: number }>();
  const placeOf = (state: PaperState): number => {
    const look = lookOf(state, { isNew: isNewAt(state, visit), isWatched: false, isDiscreet });
    const name = JSON.stringify(look);
    const known = looks.get(name) ?? { look, at: looks.size };
    looks.set(name, known);
    return known.at;
  };
  // Most papers of most pages are new.
  placeOf(unknownState());
  const others: Record<number, number> = {};
  for (const [index, state] of states.entries()) {
    const at = state.id === '' && state.sighting === null ? 0 : placeOf(state);
    if (at > 0) others[index] = at;
  }
  return {
    styles: quiet,
    language: i18n.t('language'),
    bar: firstBar({ counts: countsOf(states, visit), bar, isCollapsed }),
    mark: MARK,
    looks: [...looks.values()].map(({ look }) => look),
    others,
    stuck: saying(i18n.t('failure.stuck')),
  };
}
