import { Bar, type BarActions, type Told } from '@/components/in-page/dock/bar';
import type { Walk } from '@/components/in-page/dock/counts';
import { createDrag } from '@/components/in-page/dock/drag';
import { Help } from '@/components/in-page/dock/help';
import { Menu, type MenuAction } from '@/components/in-page/dock/menu';
import { PaperBar } from '@/components/in-page/dock/paper-bar';
import type { ListedEntry } from '@/components/in-page/highlight/contract';
import type { Layer } from '@/components/in-page/layer/layer';
import type { Action } from '@/components/in-page/marks/toolbar';
import type { BarPlace, Kind, PageSettings, SiteSettings, Treatment } from '@/domain/settings';
import type { Counts } from './view';

/** How long the last action can be undone from the bar, milliseconds. */
const UNDO_SHOWN = 6_000;

export interface Dock {
  refresh: () => void;
  /** What was counted when the bar was drawn last. */
  counted: () => Counts;
  tell: (text: string, more?: Partial<Told>) => void;
  /** What was said to last is over. */
  untellLasting: () => void;
  toggleHelp: () => void;
  /** Closes what is open above the bar; `false` where nothing is. */
  closeSheet: () => boolean;
}

interface Options {
  layer: Layer;
  counts: () => Counts;
  settings: () => PageSettings;
  /** Stores what this site remembers. */
  remember: (change: SiteSettings) => void;
  /** Kinds of entries that this page has or can have. */
  kinds: () => readonly Kind[];
  /** The entry in triage, from 0; `null` outside of it. */
  current: () => number | null;
  walk: () => Walk | null;
  actions: Omit<BarActions, 'collapse' | 'toggleMenu'>;
  act: (action: Exclude<MenuAction, 'help'>) => void;
  /** The one paper that the page is about, and what is done with it; `null` on a page that lists papers. */
  paper: () => ListedEntry | null;
  actOn: (paper: ListedEntry, action: Action) => void;
  signal: AbortSignal;
}

/** The page bar with what it remembers while the page is open. */
export function createDock(options: Options): Dock {
  const { layer, settings, remember, current, signal } = options;
  const region = layer.region('dock-region');
  let told: Told | null = null;
  let counted: Counts | null = null;
  let sheet: 'menu' | 'help' | null = null;
  /** Where the bar is while it is dragged. */
  let dragged: BarPlace | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const open = (next: typeof sheet): void => {
    sheet = next;
    refresh();
  };
  const drag = createDrag({
    box: () => region.querySelector('[data-gloss="bar"]')?.getBoundingClientRect() ?? null,
    view: layer.view,
    move: (bar, isDone) => {
      dragged = isDone ? null : bar;
      if (isDone) remember({ bar });
      else refresh();
    },
  });
  const actions: BarActions = {
    ...options.actions,
    collapse: (isCollapsed) => {
      sheet = null;
      remember({ isCollapsed });
    },
    toggleMenu: () => open(sheet === 'menu' ? null : 'menu'),
  };
  const menu = {
    can: (action: MenuAction) => action !== 'dismissAbove' || current() !== null,
    treat: (kind: Kind, treatment: Treatment) => remember({ treatments: { [kind]: treatment } }),
    act: (action: MenuAction) => {
      open(action === 'help' ? 'help' : null);
      if (action !== 'help') options.act(action);
    },
  };

  /** Keeps the focus on a control that is made anew; from a sheet that closes it goes back to what opened it. */
  const keepFocus = (draw: () => void): void => {
    const { activeElement: before } = layer.root;
    const { action, filter } = before instanceof HTMLElement ? before.dataset : {};
    const wasOurs = region.contains(before);
    const home = before?.closest('.sheet') ? 'menu' : 'triage';
    draw();
    if (!wasOurs || before?.isConnected) return;
    const same = filter ? `[data-filter="${filter}"]` : `[data-action="${action}"]`;
    const next =
      region.querySelector(same) ??
      region.querySelector(`[data-action="${home}"]`) ??
      region.querySelector('button');
    if (next instanceof HTMLElement) next.focus({ preventScroll: true });
  };

  function refresh(): void {
    if (signal.aborted) return;
    const { bar, isCollapsed, isDiscreet, keys, treatments } = settings();
    const at = current();
    const paper = options.paper();
    const place = dragged ?? bar;
    counted = options.counts();
    const drawn = paper ? (
      <PaperBar
        paper={paper}
        place={place}
        told={told}
        isCollapsed={isCollapsed}
        isDiscreet={isDiscreet}
        collapse={actions.collapse}
        act={(action) => options.actOn(paper, action)}
        turn={actions.turn}
      />
    ) : (
      <Bar
        counts={counted}
        place={place}
        told={told}
        triage={at === null ? null : at + 1}
        walk={options.walk()}
        isCollapsed={isCollapsed}
        isMenuOpen={sheet === 'menu'}
        sheet={
          sheet === 'menu' ? (
            <Menu treatments={treatments} kinds={options.kinds()} {...menu} />
          ) : (
            sheet === 'help' && <Help keys={keys} />
          )
        }
        drag={drag}
        actions={actions}
      />
    );
    keepFocus(() => layer.render(drawn, region));
  }

  const untell = (): void => {
    // Whoever is about to press Undo gets the time for it.
    if (region.matches(':hover') || region.contains(layer.root.activeElement)) {
      timer = setTimeout(untell, UNDO_SHOWN / 4);
      return;
    }
    told = null;
    refresh();
  };
  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    refresh,
    counted: () => counted ?? options.counts(),
    tell: (text, more) => {
      told = { text, offers: null, isFailure: false, ...more };
      clearTimeout(timer);
      if (!told.lasts) timer = setTimeout(untell, UNDO_SHOWN);
      refresh();
    },
    untellLasting: () => {
      if (!told?.lasts) return;
      told = null;
      refresh();
    },
    toggleHelp: () => open(sheet === 'help' ? null : 'help'),
    closeSheet: () => {
      if (!sheet) return false;
      open(null);
      return true;
    },
  };
}
