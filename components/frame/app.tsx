import { render, type VNode } from 'preact';
import type {
  FrameAct,
  FrameCard,
  FromFrame,
  PressedKey,
  ToFrame,
} from '@/components/in-page/frame/contract';
import type { PaperRef, PaperState } from '@/domain/paper/paper';
import type { Result } from '@/domain/result';
import { pageCall } from '@/rpc/client';
import { HighlightBar } from './highlight/highlight-bar';
import { HighlightPicker } from './highlight/picker';
import { NoteCard } from './note/note-card';
import { createNoteSessions, type Ways } from './note/sessions';
import { createCompletion } from './tags/completion';
import { TagEditor } from './tags/tag-editor';
import { createTyping, FIELD, type Typing } from './typing';

type Show = ToFrame & { type: 'show' };

/** What a frame does with what the page's script tells it. */
export interface FrameApp {
  show: (show: Show) => void;
  hide: () => void;
  answer: (id: string, answer: Result<PaperState>) => void;
  /** The card stands where a person sees it. */
  placed: () => void;
  /** Keys that were pressed for the card before the keyboard was in it. */
  press: (keys: readonly PressedKey[]) => void;
}

interface Options {
  root: HTMLElement;
  post: (message: FromFrame) => void;
  newId: () => string;
}

/** Draws one card at a time; what is done on it goes to the page's script, which knows the paper. */
export function createFrameApp({ root, post, newId }: Options): FrameApp {
  const completion = createCompletion();
  const notes = createNoteSessions({
    unheard: () => post({ type: 'unheard' }),
    unsaved: (is) => post({ type: 'unsaved', is }),
  });
  const waysOf = createWays(post, newId);
  let shown: Show | null = null;
  let size = '';
  let early: Typing | null = null;
  const held = new Set<string>();

  const tellSize = (): void => {
    const card = root.querySelector('.card');
    if (!shown || !card) return;
    const box = card.getBoundingClientRect();
    const [width, height] = [Math.ceil(box.width), Math.ceil(box.height)];
    const now = `${shown.turn} ${width} ${height}`;
    if (now === size) return;
    size = now;
    post({ type: 'size', turn: shown.turn, width, height });
  };
  const sizes = new ResizeObserver(tellSize);
  let watched: Element | null = null;
  const watchSize = (): void => {
    const card = root.querySelector('.card');
    if (card === watched) return;
    sizes.disconnect();
    watched = card;
    if (card) sizes.observe(card);
  };

  /** The card that the page was asked to close. */
  let closing = 0;
  const close = (): void => {
    if (!shown) return;
    closing = shown.turn;
    post({ type: 'close', turn: shown.turn, held: [...held] });
  };
  const cardOf = ({ turn, card }: Show): VNode => {
    const act = (done: FrameAct): void => post({ type: 'act', turn, ...done });
    return cardFor(card, { key: String(turn), act });
  };
  const cardFor = (
    card: FrameCard,
    { key, act }: { key: string; act: (done: FrameAct) => void },
  ): VNode => {
    if (card.kind === 'note') {
      const { paper, title, note, missing } = card;
      const session = notes.open(paper.keys[0] ?? '', note, waysOf(paper));
      const preview = (text: string) => pageCall('note.preview', { text });
      return <NoteCard key={key} {...{ title, note, missing, session, preview, close }} />;
    }
    if (card.kind === 'tags')
      return (
        <TagEditor
          key={key}
          tags={card.tags}
          completion={completion.now()}
          setTag={(name, on) => act({ act: 'tag', name, on })}
          close={close}
        />
      );
    if (card.kind === 'picker')
      return (
        <HighlightPicker
          key={key}
          highlights={card.highlights}
          pick={(id) => act({ act: 'pick', id })}
        />
      );
    return (
      <HighlightBar
        key={key}
        highlight={card.highlight}
        choose={(colour) => act({ act: 'colour', colour })}
        comment={(text) => act({ act: 'comment', text })}
        remove={() => act({ act: 'remove' })}
      />
    );
  };
  const draw = (): void => {
    if (!shown) return;
    render(cardOf(shown), root);
    watchSize();
    tellSize();
  };
  const focusFirst = (): void => {
    const field = root.querySelector<HTMLElement>(FIELD);
    const first = shown?.focus === 'field' ? field : root.querySelector('button');
    first?.focus({ preventScroll: true });
  };
  const focus = (): void => {
    if (!shown?.focus) return;
    focusFirst();
    const { turn } = shown;
    whenFocused(() => {
      // A focus that the browser hands from the page to the frame takes it from the field.
      if (shown?.turn === turn && document.activeElement === root) focusFirst();
      post({ type: 'focused', turn });
    });
  };
  addEventListener('focus', () => {
    if (shown?.focus && document.activeElement === root) focusFirst();
  });

  const hold = ({ type, code }: KeyboardEvent): void => {
    if (type === 'keydown') held.add(code);
    else held.delete(code);
  };
  /** The browser sends keys here for a moment longer, after a person closed the card: they mean the page. */
  const passOn = (event: KeyboardEvent): void => {
    if (!event.isTrusted || (shown && shown.turn !== closing)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { key, code, ctrlKey, metaKey, shiftKey } = event;
    post({ type: 'passed', key: { key, code, ctrlKey, metaKey, shiftKey } });
  };
  addEventListener('keydown', passOn, { capture: true });
  addEventListener('keydown', hold, { capture: true });
  addEventListener('keyup', hold, { capture: true });
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented || !shown) return;
    event.preventDefault();
    close();
  });
  return {
    show: (show) => {
      const isNew = show.turn !== shown?.turn;
      shown = show;
      const { documentElement: page } = document;
      page.style.colorScheme = show.scheme;
      page.style.setProperty('--view-width', `${show.view.width}px`);
      page.style.setProperty('--view-height', `${show.view.height}px`);
      draw();
      if (!isNew) return;
      const field = root.querySelector<HTMLElement>(FIELD);
      early = field && createTyping(field);
      if (show.card.kind !== 'tags') return;
      // At once: a person goes on typing. What can be completed comes a moment later.
      void completion.read(show.card.about).then(draw);
    },
    hide: () => {
      shown = null;
      held.clear();
      render(null, root);
    },
    answer: waysOf.answer,
    placed: focus,
    press: (keys) => void early?.press(keys),
  };
}

/** A frame that the keyboard was given to may wait for the browser no longer, milliseconds. */
const PATIENCE = 1_000;

/** Calls back once the browser sends keys here: it learns of a new focus some milliseconds after the page. */
function whenFocused(callback: () => void): void {
  if (document.hasFocus()) return callback();
  const ends = new AbortController();
  const done = (): void => {
    if (ends.signal.aborted) return;
    ends.abort();
    callback();
  };
  addEventListener('focus', done, { signal: ends.signal });
  setTimeout(done, PATIENCE);
}

interface NoteWays {
  (paper: PaperRef): Ways;
  answer: (id: string, answer: Result<PaperState>) => void;
}

/**
 * A note goes by the page's script, in the order of all that is done there. What is not stored yet the script has as
 * a draft, for browsers close a tab without a word to the frames in it; a frame that goes away alone writes straight
 * to the library. One text has one id, whichever ways it goes: it is written once.
 */
function createWays(post: (message: FromFrame) => void, newId: () => string): NoteWays {
  const asked = new Map<string, (answer: Result<PaperState>) => void>();
  const waysOf = (paper: PaperRef): Ways => {
    let named = { id: '', base: '', text: '' };
    const idOf = (base: string, text: string): string => {
      if (named.base !== base || named.text !== text) named = { id: newId(), base, text };
      return named.id;
    };
    return {
      draft: (base, text) => post({ type: 'draft', id: idOf(base, text), paper, base, text }),
      save: (base, text) => {
        const id = idOf(base, text);
        post({ type: 'note', id, paper, base, text });
        return new Promise((resolve) => asked.set(id, resolve));
      },
      last: (base, text) =>
        void pageCall('paper.note', { opId: idOf(base, text), paper, base, text }),
    };
  };
  const answer = (id: string, result: Result<PaperState>): void => {
    asked.get(id)?.(result);
    asked.delete(id);
  };
  return Object.assign(waysOf, { answer });
}
