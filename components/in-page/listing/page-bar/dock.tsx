import { Bar, type BarActions, type Told } from '@/components/in-page/dock/bar';
import type { Walk } from '@/components/in-page/dock/counts';
import { createDrag } from '@/components/in-page/dock/drag';
import { keepFocus } from '@/components/in-page/dock/focus';
import { Help } from '@/components/in-page/dock/help';
import { Hint } from '@/components/in-page/dock/hint';
import { isSheet, Menu, type MenuAction, type Sheet } from '@/components/in-page/dock/menu';
import { Teach, type TeachProps } from '@/components/in-page/dock/teach';
import { PaperBar } from '@/components/in-page/dock/paper-bar';
import type { Layer } from '@/components/in-page/layer/layer';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { Action } from '@/components/in-page/marks/toolbar';
import type { BarPlace, Kind, PageSettings, SiteSettings, Treatment } from '@/domain/settings';
import { createHint, type HintState } from '@/components/in-page/listing/hint';
import { createTelling } from './told';
import type { Counts } from '@/components/in-page/listing/looks/view';

export interface Dock {
  refresh: () => void;
  /** What the bar counted when it was drawn last. */
  counted: () => Counts;
  tell: (text: string, more?: Partial<Told>) => void;
  /** Ends a message that lasts: what it said is over. */
  untellLasting: () => void;
  toggleHelp: () => void;
  /** Closes the sheet above the bar; `false` where none is open. */
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
  /** The entry in triage; `null` outside of it. */
  current: () => ListedEntry | null;
  walk: () => Walk | null;
  actions: Omit<BarActions, 'collapse' | 'toggleMenu'>;
  act: (action: Exclude<MenuAction, Sheet>) => void;
  teach: TeachProps['teach'] | null;
  report: TeachProps['report'];
  /** The one paper that the page is about; `null` on a page that lists papers. */
  paper: () => ListedEntry | null;
  /** Does something with that paper. */
  actOn: (paper: ListedEntry, action: Action) => void;
  signal: AbortSignal;
}

/** The page bar with what it remembers while the page is open. */
export function createDock(options: Options): Dock {
  const { layer, remember, current, signal } = options;
  const region = layer.region('dock-region');
  let counted: Counts | null = null;
  let sheet: 'menu' | Sheet | null = null;
  /** Where the bar is while it is dragged. */
  let dragged: BarPlace | null = null;
  const refresh = (): void => {
    if (signal.aborted) return;
    counted = options.counts();
    const shared = { place: dragged ?? options.settings().bar, told: telling.now(), actions };
    const paper = options.paper();
    const drawn = paper ? (
      <PaperDock {...shared} options={options} paper={paper} />
    ) : (
      <ListDock {...{ ...shared, options, counts: counted, sheet, drag, menu, hint }} />
    );
    keepFocus(region, layer.root, () => layer.render(drawn, region));
  };
  const telling = createTelling({
    changed: refresh,
    isAttended: () => region.matches(':hover') || region.contains(layer.root.activeElement),
    signal,
  });
  const hint = createHint({
    isNewcomer: () => options.settings().isNewcomer,
    changed: refresh,
    signal,
  });
  const open = (next: typeof sheet): void => {
    sheet = next;
    hint.end();
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
    can: (action: MenuAction) =>
      (action !== 'dismissAbove' || current() !== null) &&
      (action !== 'teach' || options.teach !== null),
    treat: (kind: Kind, treatment: Treatment) => remember({ treatments: { [kind]: treatment } }),
    act: (action: MenuAction) => {
      open(isSheet(action) ? action : null);
      if (!isSheet(action)) options.act(action);
    },
  };
  return {
    refresh,
    counted: () => counted ?? options.counts(),
    tell: (text, more) => {
      hint.end();
      telling.tell(text, more);
    },
    untellLasting: telling.untellLasting,
    toggleHelp: () => open(sheet === 'help' ? null : 'help'),
    closeSheet: () => {
      if (!sheet) return false;
      open(null);
      return true;
    },
  };
}

interface Shared {
  options: Options;
  place: BarPlace;
  told: Told | null;
  actions: BarActions;
}

/** The bar of a paper's own page. */
const PaperDock = ({ options, paper, place, told, actions }: Shared & { paper: ListedEntry }) => {
  const { isCollapsed, isDiscreet } = options.settings();
  return (
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
  );
};

interface ListProps extends Shared {
  counts: Counts;
  sheet: 'menu' | Sheet | null;
  drag: ReturnType<typeof createDrag>;
  menu: Pick<Parameters<typeof Menu>[0], 'can' | 'treat' | 'act'>;
  hint: HintState;
}

/** The bar of a page that lists papers. */
const ListDock = ({ options, place, told, actions, counts, sheet, hint, ...more }: ListProps) => {
  const { isCollapsed, keys, treatments, taught } = options.settings();
  const current = options.current();
  const isHinting = sheet === null && current === null && counts.papers > 0 && hint.isShown();
  return (
    <Bar
      counts={counts}
      place={place}
      told={told}
      triage={current && current.index + 1}
      walk={options.walk()}
      isCollapsed={isCollapsed}
      isMenuOpen={sheet === 'menu'}
      sheet={
        <>
          {sheet === 'menu' && (
            <Menu treatments={treatments} kinds={options.kinds()} {...more.menu} />
          )}
          {sheet === 'teach' && options.teach && (
            <Teach isTaught={taught !== null} teach={options.teach} report={options.report} />
          )}
          {sheet === 'help' && <Help keys={keys} />}
          {isHinting && <Hint end={hint.end} />}
        </>
      }
      drag={more.drag}
      actions={actions}
    />
  );
};
