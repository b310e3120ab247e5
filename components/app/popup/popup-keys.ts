import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { commandOf } from '@/components/app/keys/bound';
import { bindingOf } from '@/components/ui/keys/key';
import { isTextField } from '@/components/ui/keys/text-field';
import { type CommandIn, commandsIn, FIXED_KEYS, type PaperCommand } from '@/domain/commands';
import type { PopupState } from './state';

/** What leads on in a list: the title of a paper, a topic. */
const STOPS = '[data-row-link], [data-gloss="topic"]';

/** Goes on in the list that shows; from elsewhere to its first row. */
function move(popup: HTMLElement, by: 1 | -1): void {
  const stops = [...popup.querySelectorAll<HTMLElement>(STOPS)];
  const row = document.activeElement?.closest('li');
  const at = stops.findIndex((stop) => row?.contains(stop));
  stops[at < 0 ? 0 : at + by]?.focus();
}

/** The commands that act on the popup as a whole; those of one paper act in its row (`row-keys.ts`). */
type Own = Exclude<CommandIn<'popup'>, PaperCommand>;
const ACTS: Record<Own, (state: PopupState, popup: HTMLElement) => void> = {
  next: (_, popup) => move(popup, 1),
  previous: (_, popup) => move(popup, -1),
  undo: (state) => state.takeBack('undo'),
  redo: (state) => state.takeBack('redo'),
  help: ({ keyboard }) => {
    keyboard.isHelpOpen.value = true;
  },
};
const isOwn = (name: CommandIn<'popup'>): name is Own => Object.hasOwn(ACTS, name);

/** Whether a key writes a sign: no search begins with one, so where it would be all of one it is a command, as `?` for the help. */
const isSign = (key: string): boolean => /^[^\p{L}\p{N}\s]$/u.test(key);

function isTyped(event: KeyboardEvent): boolean {
  const { target } = event;
  if (!(target instanceof Element) || !isTextField(target)) return false;
  // The search of before is selected when the popup opens: what is typed takes its place.
  const isWhole =
    target instanceof HTMLInputElement &&
    target.type === 'text' &&
    target.selectionStart === 0 &&
    target.selectionEnd === target.value.length;
  return !isWhole || !isSign(event.key);
}

/** Takes a key that acts on the popup as a whole; gives whether it was one. */
function take(event: KeyboardEvent, state: PopupState, popup: HTMLElement): boolean {
  if (isTyped(event)) return false;
  if (bindingOf(event) === FIXED_KEYS.search.key && !isTextField(document.activeElement)) {
    popup.querySelector<HTMLElement>('[data-gloss="search"]')?.focus();
    return true;
  }
  const command = commandOf(event, state.keyboard.keys.peek(), commandsIn('popup'));
  if (!command || !isOwn(command)) return false;
  ACTS[command](state, popup);
  return true;
}

/** The keys of triage act in the popup from wherever nothing is typed; those about one paper where its row has the focus. */
export function usePopupKeys(state: PopupState, popup: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isFree = !event.defaultPrevented && !state.keyboard.isHelpOpen.peek();
      if (isFree && popup.current && take(event, state, popup.current)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [state, popup]);
}
