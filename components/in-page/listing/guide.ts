import type { Offered } from '@/components/in-page/dock/bar';
import type { MenuAction, Sheet } from '@/components/in-page/dock/menu';
import type { Layer } from '@/components/in-page/layer/layer';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { Action } from '@/components/in-page/marks/toolbar';
import { pageCall } from '@/rpc/client';
import type { ListingOptions } from './contract';
import type { ClosedParts } from '@/components/in-page/listing/looks/closed-parts';
import { createDecisions, type Decisions } from '@/components/in-page/listing/decisions/decisions';
import { createDock, type Dock } from '@/components/in-page/listing/page-bar/dock';
import { giveHelp } from '@/components/in-page/listing/page-bar/help';
import type { Looks } from '@/components/in-page/listing/looks/looks';
import { newId } from './new-id';
import type { LiveSettings } from './page-settings';
import type { Store } from '@/components/in-page/listing/entries/store';
import { createTravel, type Travel } from '@/components/in-page/listing/triage/travel';
import { createTriage, type Triage } from '@/components/in-page/listing/triage/triage';
import { kindsOf } from '@/components/in-page/listing/looks/view';

/** Where the person is on the page, what they decide there, and the page bar that tells both. */
export interface Guide {
  triage: Triage;
  travel: Travel;
  decisions: Decisions;
  dock: Dock;
}

interface Options {
  site: string;
  layer: Layer;
  store: Store;
  looks: Looks;
  closed: Pick<ClosedParts, 'has' | 'look'>;
  settings: LiveSettings;
  /** The page is one paper's own: its only entry. */
  isPaper: boolean;
  /** Does something with an entry. */
  act: (item: ListedEntry, action: Action) => void;
  /** An element of the layer: copying to the clipboard needs one. */
  container: HTMLElement;
  /** The person is at another entry now. */
  moved: () => void;
  ports: Pick<ListingOptions, 'turnOff' | 'teach' | 'report'>;
  signal: AbortSignal;
}

export function createGuide(options: Options): Guide {
  const { layer, store, looks, closed, settings, isPaper, moved, signal } = options;
  const listed = () => store.listed;
  const changed = (): void => dock.refresh();
  const tell: Dock['tell'] = (text, more) => dock.tell(text, more);
  const isOut = (item: ListedEntry): boolean => looks.isFolded(item) || closed.has(item);
  const triage = createTriage({ layer, listed, isOut, moved, changed });
  const travel = createTravel({
    listed,
    looks,
    isOut,
    look: closed.look,
    triage,
    tell,
    changed,
  });
  const decisions = createDecisions({
    site: options.site,
    store,
    tell,
    newId,
    isNew: (item) => looks.view().isNew(item),
    isClosed: closed.has,
    isDiscreet: () => settings.now().isDiscreet,
    takeAsSeen: looks.takeAsSeen,
    goTo: triage.move,
  });
  const turn = async (way: Offered, step?: string): Promise<void> => {
    if (way === 'undo' || way === 'redo') return decisions.turn(way, step);
    const text = await giveHelp(way, options.container);
    if (text !== null) tell(text);
  };
  const dock = createDock({
    layer,
    settings: settings.now,
    remember: settings.remember,
    counts: () => looks.view().counts(listed(), closed.has),
    kinds: () => kindsOf(listed()),
    current: triage.current,
    walk: travel.walk,
    paper: () => (isPaper ? (listed()[0] ?? null) : null),
    actions: {
      go: travel.go,
      stopWalk: travel.stop,
      startTriage: () => {
        // Enter and Space are for the entry now, not for the button that leaves triage.
        if (layer.root.activeElement instanceof HTMLElement) layer.root.activeElement.blur();
        triage.start();
      },
      leaveTriage: travel.leave,
      turn: (way, step) => void turn(way, step),
    },
    act: menuActs({ decisions, triage, turnOff: options.ports.turnOff }),
    teach: options.ports.teach,
    report: options.ports.report,
    actOn: options.act,
    signal,
  });
  return { triage, travel, decisions, dock };
}

/** Does what the page bar's menu offers. */
function menuActs({
  decisions,
  triage,
  turnOff,
}: Pick<Guide, 'decisions' | 'triage'> & Pick<ListingOptions, 'turnOff'>) {
  const acts: Record<Exclude<MenuAction, Sheet>, () => unknown> = {
    dismissAbove: () => {
      const item = triage.current();
      return item && decisions.dismissAbove(item);
    },
    undo: () => decisions.turn('undo'),
    seeAll: decisions.seeAll,
    settings: () => pageCall('settings.open', null),
    turnOff,
  };
  return (action: keyof typeof acts): void => void acts[action]();
}
