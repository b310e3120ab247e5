import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { commandOf } from '@/components/app/keys/bound';
import { bindingOf } from '@/components/ui/key';
import { isTextField } from '@/components/ui/text-field';
import type { Command } from '@/domain/settings';
import type { PopupState } from './state';

/** Commands of triage that the popup has, in the order of its sheet; `ROW_COMMANDS` (`row-keys.ts`) are among them. */
export const POPUP_COMMANDS = [
  'next',
  'previous',
  'save',
  'dismiss',
  'read',
  'tags',
  'note',
  'open',
  'undo',
  'redo',
  'help',
] as const satisfies readonly Command[];

/** What leads on in a list: the title of a paper, a topic. */
const STOPS = '[data-row-link], [data-gloss="topic"]';

/** Goes on in the list that shows; from elsewhere to its first row. */
function move(popup: HTMLElement, by: 1 | -1): void {
  const stops = [...popup.querySelectorAll<HTMLElement>(STOPS)];
  const row = document.activeElement?.closest('li');
  const at = stops.findIndex((stop) => row?.contains(stop));
  stops[at < 0 ? 0 : at + by]?.focus();
}

/** Nobody seeks for a sign: where it would be all of a search, the key of the help asks for the help. */
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
  if (bindingOf(event) === '/' && !isTextField(document.activeElement)) {
    popup.querySelector<HTMLElement>('[data-gloss="search"]')?.focus();
    return true;
  }
  switch (commandOf(event, state.keyboard.keys.peek(), POPUP_COMMANDS)) {
    case 'next':
      move(popup, 1);
      return true;
    case 'previous':
      move(popup, -1);
      return true;
    case 'undo':
      state.takeBack('undo');
      return true;
    case 'redo':
      state.takeBack('redo');
      return true;
    case 'help':
      state.keyboard.isHelpOpen.value = true;
      return true;
    default:
      return false;
  }
}

/** The keys of triage act in the popup from wherever nothing is typed; those about one paper where its row has the focus. */
export function usePopupKeys(state: PopupState, popup: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isFree = !event.defaultPrevented && !state.keyboard.isHelpOpen.peek();
      if (isFree && popup.current && take(event, state, popup.current)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    state.keyboard.hears();
    return () => document.removeEventListener('keydown', onKey);
  }, [state, popup]);
}
