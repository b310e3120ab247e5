import type { ComponentChild, VNode } from 'preact';
import { i18n } from '#i18n';
import type { Counts, Filter } from '@/components/in-page/listing/looks/view';
import { Icon } from '@/components/in-page/marks/icons';
import { keepSelection } from '@/components/ui/colours';
import type { BarPlace } from '@/domain/settings';
import { Drawn } from '@/components/in-page/layer/drawn';
import { Corner } from './corner';
import { CountLine, type Walk } from './counts';
import type { Drag } from './drag';

/** Undo or redo. */
export type Turn = 'undo' | 'redo';

/** The action that a message of the bar offers. */
export type Offered = Turn | Help;
/** The help that a failure offers. */
export type Help = 'library' | 'diagnostics';

/** The message about the last action, shown for a moment. */
export interface Told {
  text: string;
  /** The action that the message offers; `null` for none. */
  offers: Offered | null;
  /** The step that the message tells, by its `opId`: Undo takes back this one, whatever was done elsewhere since. */
  step?: string;
  isFailure: boolean;
  /** The message stays until its cause is over. */
  lasts?: boolean;
}

/** The actions of the bar. */
export interface BarActions {
  collapse: (isCollapsed: boolean) => void;
  go: (filter: Filter, step: 1 | -1) => void;
  stopWalk: () => void;
  startTriage: () => void;
  leaveTriage: () => void;
  toggleMenu: () => void;
  /** Does what a message offers, to the step that it tells. */
  turn: (way: Offered, step?: string) => void;
}

interface Props {
  counts: Counts;
  place: BarPlace;
  told: Told | null;
  /** Place in triage, from 1; `null` outside of it. */
  triage: number | null;
  walk: Walk | null;
  isCollapsed: boolean;
  isMenuOpen: boolean;
  /** The menu or the help sheet, above the bar. */
  sheet: ComponentChild;
  drag: Drag;
  actions: BarActions;
}

const Dot = ({ counts, actions }: Pick<Props, 'counts' | 'actions'>): VNode => (
  <button
    type="button"
    class="card dock-dot"
    data-gloss="bar"
    aria-label={i18n.t('dock.expand', [String(counts.papers), String(counts.new)])}
    onClick={() => actions.collapse(false)}
  >
    {counts.new > 0 ? counts.new : <Icon name="mark" />}
  </button>
);

/** Undoes the action of the message, or redoes it. */
export const TurnButton = ({
  told,
  turn,
}: {
  told: Told | null;
  turn: BarActions['turn'];
}): VNode | null => {
  const way = told?.offers;
  if (!way) return null;
  return (
    <button
      type="button"
      class="plain accent"
      data-action={way}
      onClick={() => turn(way, told.step)}
    >
      {i18n.t(`dock.${way}`)}
    </button>
  );
};

const ToldLine = ({ told, turn }: { told: Told; turn: BarActions['turn'] }): VNode => (
  <>
    <Drawn name="toast" class={told.isFailure ? 'toast failed' : 'toast'} text={told.text} />
    <TurnButton told={told} turn={turn} />
  </>
);

/**
 * Names the contents of the changing part of the bar. Other contents make other elements: new elements never count as
 * having moved, and everything else keeps its place by the window's edge (https://wicg.github.io/layout-instability).
 */
const sayingOf = ({ counts, told, triage, walk }: Props): string =>
  JSON.stringify([told, triage, walk, told ? null : counts]);

/** The changing part of the bar: the place in triage, and the last message or the counts. */
const Saying = ({ counts, told, triage, walk, actions }: Props): VNode => (
  <>
    {triage !== null && (
      <span class="place">
        {i18n.t('dock.progress', [String(triage), String(counts.papers + counts.closed)])}
      </span>
    )}
    {told ? (
      <ToldLine told={told} turn={actions.turn} />
    ) : (
      <CountLine
        counts={counts}
        walk={walk}
        isInTriage={triage !== null}
        go={actions.go}
        stop={actions.stopWalk}
      />
    )}
  </>
);

/** The controls that are always there: triage, and where and how the bar shows. */
const Controls = ({ counts, triage, isMenuOpen, drag, actions }: Props): VNode => (
  <>
    {(counts.papers > 0 || triage !== null) && (
      <button
        key={triage === null ? 'start' : 'leave'}
        type="button"
        class="plain mode"
        data-action="triage"
        onClick={triage === null ? actions.startTriage : actions.leaveTriage}
      >
        {i18n.t(triage === null ? 'dock.triage' : 'dock.leave')}
      </button>
    )}
    <button
      key="move"
      type="button"
      class="plain grip"
      data-action="move"
      aria-label={i18n.t('dock.move')}
      title={i18n.t('dock.move')}
      onKeyDown={drag.onKeyDown}
    >
      <Icon name="grip" />
    </button>
    <button
      key="menu"
      type="button"
      class="plain icon-only"
      data-action="menu"
      aria-label={i18n.t('dock.menu')}
      aria-expanded={isMenuOpen}
      onMouseDown={keepSelection}
      onClick={actions.toggleMenu}
    >
      <Icon name="more" />
    </button>
    <button
      key="collapse"
      type="button"
      class="plain icon-only"
      data-action="collapse"
      aria-label={i18n.t('dock.collapse')}
      onClick={() => actions.collapse(true)}
    >
      <Icon name="minus" />
    </button>
  </>
);

/** One line in a corner of the window: counts, the place in triage, the last message. */
export const Bar = (props: Props): VNode => {
  const { counts, place, told, triage, isMenuOpen, sheet, drag, actions } = props;
  const isSmall = props.isCollapsed && !told && triage === null && !isMenuOpen;
  return (
    <Corner place={place} told={told}>
      {sheet}
      {isSmall ? (
        <Dot counts={counts} actions={actions} />
      ) : (
        <div class="card dock-line" data-gloss="bar" onPointerDown={drag.onPointerDown}>
          {triage !== null && (
            <div
              class="progress"
              style={{
                transform: `scaleX(${triage / Math.max(1, counts.papers + counts.closed)})`,
              }}
            />
          )}
          <div class="saying" key={sayingOf(props)}>
            <Saying {...props} />
          </div>
          <Controls {...props} />
        </div>
      )}
    </Corner>
  );
};
