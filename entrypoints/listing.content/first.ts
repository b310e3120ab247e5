import { drawFirst, type Picture } from '@/components/in-page/first/picture';
import { announceFirst } from '@/components/in-page/first/take-over';
import type { ListedEntry } from '@/components/in-page/listed-entry';
import { focusedElement } from '@/components/in-page/layer/shield';
import { bindingOf } from '@/components/ui/key';
import { isTextField } from '@/components/ui/text-field';
import type { IdentifiedEntry } from '@/domain/entry';
import { MOST_ENTRIES } from '@/domain/limits';
import { unknownState } from '@/domain/paper/paper';
import type { PageOpened } from '@/rpc/protocol';
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

/** What is drawn, and by which answer. */
interface Drawn {
  about: PageOpened;
  picture: Picture;
}

/**
 * The first stage of a known site's page: reads ids and titles, asks once, and marks. All else is the whole
 * script's (`run.ts`), which comes at the first touch, or where the page shows more than marks; it goes on with what is
 * drawn, and does what a person did meanwhile.
 */
export function startFirst(skim: Skim): void {
  const life = new AbortController();
  /** The first stage watches the page until the whole runs, and keeps acts until it is drawn. */
  const [watch, acts] = [new AbortController(), new AbortController()];
  const items: ListedEntry[] = [];
  let drawn: Drawn | null = null;
  const end = (): void => {
    drawn = null;
    for (const one of [life, watch, acts]) one.abort();
  };
  let isTriageDue = false;
  const wake = createWake({
    changed: () => void open(),
    called: (name) => {
      if (name === 'listing.triage') isTriageDue = !isTriageDue;
    },
    orphaned: () => drawn?.picture.tell(drawn.about.words.orphaned),
    signal: life.signal,
  });
  const draw = (about: PageOpened): void => {
    const picture = drawFirst({
      items,
      opened: about,
      seen: (now) =>
        void ask('page.seen', { site: skim.id, at: Date.now(), papers: identities(now) }),
      touched: wake.now,
      mayMean: (event) => isFree(event, about.keys),
      isTriageDue: () => isTriageDue,
      signal: life.signal,
      passed: acts.signal,
    });
    const { root } = picture.overlay.layer;
    keepIn(root, { seal: about.seal, script: about.script, notes: [] }, end);
    drawn = { about, picture };
  };
  /** Asks what the page shows; what is more than marks, or other than what is drawn, is for the whole. */
  const open = async (): Promise<void> => {
    if (wake.isDue()) return;
    const answer = await ask('page.open', { papers: identities(items) });
    if (life.signal.aborted || wake.isDue()) return;
    if (!answer.ok || !isEnough(answer.value, drawn?.about)) wake.now();
    else if (!drawn && !answer.value.isOff && items.length > 0) draw(answer.value);
  };
  announceFirst({
    opened: Date.now(),
    drawn: () => (life.signal.aborted ? null : drawn && handedOver(drawn, items)),
    hasSelected: watchSelection(wake, acts.signal),
    hand: () => {
      watch.abort();
      return wake.hand();
    },
    pass: (whole) => {
      acts.abort();
      drawn?.picture.overlay.take(whole);
      drawn?.picture.acts.redo(whole);
    },
    end,
  });
  // A paper's own page, perhaps.
  if (skim.excludes?.(new URL(location.href))) return wake.now();
  items.push(...read(skim));
  watchFirst({
    skim,
    items: () => items,
    read: () => read(skim),
    replace: (now) => {
      for (const [at, item] of items.entries()) item.entry = now[at]?.entry ?? item.entry;
      drawn?.picture.overlay.marks.observe();
    },
    moved: () => drawn?.picture.overlay.marks.follow(),
    taken: () => life.abort(),
    wake: wake.now,
    signal: watch.signal,
  });
  const shown = ({ isTrusted, persisted }: PageTransitionEvent): void => {
    // A page that the browser had kept comes back: it has missed all announcements.
    if (isTrusted && persisted) void open();
  };
  addEventListener('pageshow', shown, { signal: watch.signal });
  void open();
}

const handedOver = ({ about, picture: { overlay } }: Drawn, items: ListedEntry[]) => ({
  overlay,
  items,
  script: about.script,
});

/** Whether a key is one of those that the page's settings name, and typed into no field. */
function isFree(event: KeyboardEvent, keys: readonly string[]): boolean {
  const key = bindingOf(event);
  return key !== null && keys.includes(key) && !isTextField(focusedElement(document));
}

/** Whether the first stage shows all that an answer says, and has drawn nothing else before. */
const isEnough = (now: PageOpened, before: PageOpened | undefined): boolean =>
  before === undefined
    ? now.isOff || !now.needsMore
    : !now.isOff &&
      !now.needsMore &&
      now.isCollapsed === before.isCollapsed &&
      JSON.stringify(now.bar) === JSON.stringify(before.bar);

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
