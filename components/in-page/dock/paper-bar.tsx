import type { VNode } from 'preact';
import { i18n } from '#i18n';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import { Icon } from '@/components/in-page/marks/icons';
import type { Action } from '@/components/in-page/marks/toolbar';
import type { BarPlace } from '@/domain/settings';
import { Drawn } from '@/components/in-page/layer/drawn';
import { type BarActions, type Told, TurnButton } from './bar';
import { Corner } from './corner';

interface Props {
  paper: ListedEntry;
  place: BarPlace;
  told: Told | null;
  isCollapsed: boolean;
  /** Hides the person's own words. */
  isDiscreet: boolean;
  collapse: (isCollapsed: boolean) => void;
  act: (action: Action) => void;
  turn: BarActions['turn'];
}

/** Status, tags and note of the paper, in a few words. */
function knownOf({ state }: ListedEntry, isDiscreet: boolean): string {
  const words = [
    state.status ? i18n.t(`row.${state.status}`) : i18n.t('paper.undecided'),
    ...(isDiscreet ? [] : state.tags.map(({ name }) => `#${name}`)),
    ...(state.highlights.length > 0
      ? [i18n.t('paper.highlights', state.highlights.length, [String(state.highlights.length)])]
      : []),
    ...(state.note.text === '' ? [] : [i18n.t('paper.noted')]),
  ];
  return words.join(' · ');
}

/** The page bar of a paper's own page: the paper's state, and the actions for it. */
export const PaperBar = ({ place, told, isCollapsed, ...props }: Props): VNode => (
  <Corner place={place} told={told}>
    {isCollapsed && !told ? <Dot {...props} /> : <Line told={told} {...props} />}
  </Corner>
);

const Dot = ({
  paper,
  isDiscreet,
  collapse,
}: Pick<Props, 'paper' | 'isDiscreet' | 'collapse'>): VNode => (
  <button
    type="button"
    class="card dock-dot"
    data-gloss="bar"
    aria-label={i18n.t('paper.expand', [knownOf(paper, isDiscreet)])}
    onClick={() => collapse(false)}
  >
    <Icon name="note" />
  </button>
);

const Line = ({
  paper,
  told,
  isDiscreet,
  collapse,
  act,
  turn,
}: Omit<Props, 'place' | 'isCollapsed'>): VNode => {
  const button = (action: Action, text: string): VNode => (
    <button
      type="button"
      class="plain"
      data-action={`paper-${action}`}
      aria-label={text}
      onClick={() => act(action)}
    >
      <Drawn text={text} />
    </button>
  );
  const known = knownOf(paper, isDiscreet);
  return (
    <div class="card dock-line" data-gloss="bar">
      <div class="saying" key={told?.text ?? known}>
        <Drawn
          name={told ? 'toast' : undefined}
          class={told?.isFailure ? 'failed' : 'counts'}
          text={told?.text ?? known}
        />
        <TurnButton told={told} turn={turn} />
      </div>
      {button('save', i18n.t(paper.state.status === 'saved' ? 'paper.unsave' : 'row.save'))}
      {button('tags', i18n.t('row.tags'))}
      {button('note', i18n.t('row.note'))}
      <button
        type="button"
        class="plain icon-only"
        data-action="collapse"
        aria-label={i18n.t('dock.collapse')}
        onClick={() => collapse(true)}
      >
        <Icon name="minus" />
      </button>
    </div>
  );
};
