import { type ComponentChildren, render, type VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Bar, type BarActions, type Told } from '@/components/in-page/dock/bar';
import type { Walk } from '@/components/in-page/dock/counts';
import { Help } from '@/components/in-page/dock/help';
import { Menu } from '@/components/in-page/dock/menu';
import { SelectionBar } from '@/components/in-page/highlight/bar';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import { first, later } from '@/components/in-page/layer/styles';
import { showState } from '@/components/in-page/marks/mark';
import { createMark } from '@/components/in-page/marks/mark-shape';
import { Toolbar } from '@/components/in-page/marks/toolbar';
import { DEFAULT_KEYS } from '@/domain/commands';
import { DEFAULT_BAR, DEFAULT_SETTINGS, KINDS } from '@/domain/settings';
import { ENTRIES, sample } from './samples';
import './design.css';

const nothing = (): void => undefined;

/** Draws in a shadow root with the layer's style sheet, as on a page. */
const Shadow = ({ children }: { children: ComponentChildren }): VNode => {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const root = host.current?.shadowRoot ?? host.current?.attachShadow({ mode: 'open' });
    if (!root) return;
    const place =
      '.floating, .dock { position: static; width: auto; height: auto } .card { position: relative !important; inset: auto !important }';
    render(
      <>
        <style>{`${first}${later}${place}`}</style>
        <div class="floating dock-region marks">{children}</div>
      </>,
      root,
    );
  });
  return <div ref={host} />;
};

const MarkOf = ({
  item,
  isNew,
  isWatched,
}: {
  item: ListedEntry;
  isNew: boolean;
  isWatched: boolean;
}): VNode => {
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const mark = createMark();
    mark.style.position = 'relative';
    showState(mark, item, { isNew, isWatched, isDiscreet: false });
    place.current?.replaceChildren(mark);
  });
  return <span ref={place} />;
};

const ACTIONS: BarActions = {
  collapse: nothing,
  go: nothing,
  stopWalk: nothing,
  startTriage: nothing,
  leaveTriage: nothing,
  toggleMenu: nothing,
  turn: nothing,
};
const COUNTS = {
  papers: 97,
  closed: 0,
  new: 61,
  saved: 4,
  read: 2,
  noted: 3,
  watched: 1,
  folded: 12,
};

const BarOf = (more: {
  told?: Told;
  triage?: number;
  walk?: Walk;
  isCollapsed?: boolean;
}): VNode => (
  <Bar
    counts={COUNTS}
    place={DEFAULT_BAR}
    told={more.told ?? null}
    triage={more.triage ?? null}
    walk={more.walk ?? null}
    isCollapsed={more.isCollapsed ?? false}
    isMenuOpen={false}
    sheet={null}
    drag={{ onPointerDown: nothing, onKeyDown: nothing }}
    actions={ACTIONS}
  />
);

const SAVED: Told = { text: 'Saved', offers: 'undo', isFailure: false };
const FAILED: Told = { ...SAVED, text: 'The disk is full. Nothing is lost.', isFailure: true };

/** Every component in every state, by name. */
const CELLS: Record<string, () => VNode> = {
  ...Object.fromEntries(
    Object.entries(ENTRIES).map(([name, item]) => [
      `mark: ${name}`,
      () => <MarkOf item={item} isNew={name === 'new'} isWatched={name === 'everything'} />,
    ]),
  ),
  ...Object.fromEntries(
    ['new', 'seen', 'everything'].map((name) => [
      `toolbar: ${name}`,
      () => {
        const item = ENTRIES[name] ?? sample(name);
        const { sighting: seen } = item.state;
        return (
          <Toolbar
            item={item}
            isDiscreet={false}
            missing={[]}
            keys={DEFAULT_KEYS}
            seen={seen}
            now={60_000}
            siteName={(id) => id}
            act={nothing}
            removeTag={nothing}
          />
        );
      },
    ]),
  ),
  'bar: rest': () => <BarOf />,
  'bar: triage': () => <BarOf triage={23} />,
  'bar: told': () => <BarOf triage={23} told={SAVED} />,
  'bar: failed': () => <BarOf told={FAILED} />,
  'bar: walk': () => <BarOf walk={{ filter: 'new', at: 3 }} />,
  'bar: collapsed': () => <BarOf isCollapsed />,
  menu: () => (
    <Menu
      treatments={DEFAULT_SETTINGS.treatments}
      kinds={KINDS}
      can={() => true}
      treat={nothing}
      act={nothing}
    />
  ),
  keys: () => <Help keys={DEFAULT_KEYS} />,
  selection: () => <SelectionBar choose={nothing} comment={nothing} tag={nothing} />,
};

/** For review by eye: everything that Gloss draws on a page, light and dark beside each other. */
export const Design = (): VNode => (
  <main class="design">
    {Object.entries(CELLS).map(([name, draw]) => (
      <section key={name}>
        <h2>{name}</h2>
        {(['light', 'dark'] as const).map((scheme) => (
          <div key={scheme} class={scheme}>
            <Shadow>{draw()}</Shadow>
          </div>
        ))}
      </section>
    ))}
  </main>
);
