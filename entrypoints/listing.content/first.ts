import { type Acts, createActs } from '@/components/in-page/first/acts';
import type { Judged } from '@/components/in-page/first/judging';
import { type Drawing, drawFirst } from '@/components/in-page/first/picture';
import { announceFirst } from '@/components/in-page/first/take-over';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { IdentifiedEntry } from '@/domain/entry';
import { MOST_ENTRIES } from '@/domain/limits';
import { unknownState } from '@/domain/paper/paper';
import type { PageOpened } from '@/rpc/protocol';
import { hasReplaced } from '@/sites/read/translated';
import type { Skim, Skimmed } from '@/sites/site';
import { ask, createWake, type Wake } from './wake';
import { watchFirst } from './watch-first';
import { keepIn } from './will';

const UNKNOWN = unknownState();
/** As much of a title as `identify` sends. */
const LONGEST = 2_000;

/** An entry with what marks are drawn from; the whole reads the rest. */
const listed = ({ ids, title, titlePlace }: Skimmed, index: number): ListedEntry => {
  const identity = { ids, title: title.slice(0, LONGEST), opening: '' };
  const entry = { title, titlePlace, identity };
  return { entry: entry as unknown as IdentifiedEntry, state: UNKNOWN, index };
};

const read = (skim: Skim): ListedEntry[] =>
  skim.read(document, new URL(location.href)).slice(0, MOST_ENTRIES).map(listed);

const identities = (items: readonly ListedEntry[]) => items.map(({ entry }) => entry.identity);

/** Whether a kept paper's row may name a version or a venue, which the whole tells the library. */
const tells = (skim: Skim, items: readonly ListedEntry[], { isOff, kept }: PageOpened): boolean =>
  !isOff &&
  kept.some((at) => items[at] && (skim.tells?.(items[at].entry, new URL(location.href)) ?? true));

/** What is drawn, and by which answer. */
interface Drawn extends Drawing {
  about: PageOpened;
  does: Acts;
}

/**
 * The first stage of a known site's page: reads ids and titles, asks once, and draws what the answer says. All else is
 * the whole script's (`run.ts`), which comes at the first touch, or where the page shows more than marks; it goes on
 * with what is drawn, and does what a person did meanwhile.
 */
export function startFirst(skim: Skim): void {
  /** The page is watched and drawn on until the whole runs, acts are kept until it is drawn. */
  const [watch, acts] = [new AbortController(), new AbortController()];
  const items: ListedEntry[] = [];
  let drawn: Drawn | null = null;
  const end = (): void => {
    drawn?.canvas.remove();
    drawn = null;
    for (const one of [watch, acts]) one.abort();
  };
  let isTriageDue = false;
  const opened = Date.now();
  const wake = createWake({
    changed: () => void open(),
    called: (name) => {
      if (name === 'listing.triage') isTriageDue = !isTriageDue;
    },
    failed: () => {
      drawn?.does.letGo();
      drawn?.tellStuck();
    },
    signal: acts.signal,
  });
  const draw = (about: PageOpened): void => {
    const { picture, keys, seal, script } = about;
    const seen = (now: ListedEntry[]) =>
      void ask('page.seen', { site: skim.id, at: Date.now(), papers: identities(now) });
    const drawing = drawFirst({ items, picture, seen, signal: watch.signal });
    const { canvas } = drawing;
    const triage = { keys, isTriageDue: () => isTriageDue };
    const calls = { came: wake.judge, touched: wake.now };
    const does = createActs({ canvas, ...calls, ...triage, signal: acts.signal });
    keepIn(canvas.root, { seal, script, notes: [] }, end);
    drawn = { ...drawing, about, does };
  };
  /** Asks what the page shows; what is more than marks, or other than what is drawn, is for the whole. */
  const open = async (): Promise<void> => {
    if (wake.isDue()) return;
    const answer = await ask('page.open', { visit: opened, papers: identities(items) });
    if (acts.signal.aborted || wake.isDue()) return;
    if (!answer.ok || !isEnough(answer.value, drawn?.about) || tells(skim, items, answer.value))
      wake.now();
    else if (!drawn && !answer.value.isOff && items.length > 0) draw(answer.value);
  };
  announceFirst({
    opened,
    script: () => drawn?.about.script ?? null,
    judge: (judging) => void drawn?.does.judge(judging),
    drawn: (judging) => drawn && handedOver(drawn, drawn.does.judge(judging), items),
    hasSelected: watchSelection(wake, acts.signal),
    hand: () => {
      watch.abort();
      return wake.hand();
    },
    pass: (redo) => {
      acts.abort();
      drawn?.does.pass(redo);
    },
    end,
  });
  // A paper's own page, perhaps, or a title that makes no key (`domain/identity/identify.ts`).
  if (skim.excludes?.(new URL(location.href)) || hasReplaced(document)) return wake.now();
  items.push(...read(skim));
  watchFirst({
    skim,
    items: () => items,
    read: () => read(skim),
    replace: (now) => {
      for (const [at, item] of items.entries()) item.entry = now[at]?.entry ?? item.entry;
      drawn?.marks.observe();
    },
    moved: () => drawn?.marks.place(),
    taken: end,
    wake: wake.now,
    signal: watch.signal,
  });
  onReturn(() => void open(), watch.signal);
  void open();
}

/** Calls back when a page comes back that the browser had kept: it has missed all announcements. */
function onReturn(back: () => void, signal: AbortSignal): void {
  const shown = ({ isTrusted, persisted }: PageTransitionEvent): void => {
    if (isTrusted && persisted) back();
  };
  addEventListener('pageshow', shown, { signal });
}

const handedOver = ({ marks }: Drawn, { canvas, hold }: Judged, items: readonly ListedEntry[]) => ({
  canvas,
  items,
  marks: marks.shown,
  counted: marks.counted,
  onKey: hold.onKey,
});

/** Whether the first stage shows all that an answer says, and has drawn nothing else before. */
const isEnough = (now: PageOpened, before: PageOpened | undefined): boolean =>
  before
    ? !now.isOff && !now.needsMore && isSame(now.picture, before.picture)
    : now.isOff || !now.needsMore;

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Has the whole come for a selection; gives whether a person has made one. */
function watchSelection(wake: Wake, signal: AbortSignal): () => boolean {
  let hasSelected = false;
  const select = ({ isTrusted, type }: Event): void => {
    if (getSelection()?.isCollapsed !== false) return;
    if (isTrusted && type !== 'selectionchange') hasSelected = true;
    wake.now();
  };
  for (const type of ['selectionchange', 'mouseup', 'keyup'])
    document.addEventListener(type, select, { capture: true, signal });
  return () => hasSelected;
}
