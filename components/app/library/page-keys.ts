import { useEffect } from 'preact/hooks';
import { commandOf } from '@/components/app/keys/bound';
import { asksForPalette, undoBy } from '@/components/ui/keys/key';
import { isTextField } from '@/components/ui/keys/text-field';
import { type CommandIn, commandsIn } from '@/domain/commands';
import type { LibraryState } from './state';

/** Commands that every view of the library has: they are about no paper of the list. */
export type PageCommand = 'undo' | 'redo' | 'help';
/** Commands that need the list of papers. */
export type ListCommand = Exclude<CommandIn<'library'>, PageCommand>;

export const isOfPage = (command: CommandIn<'library'>): command is PageCommand =>
  command === 'undo' || command === 'redo' || command === 'help';

/** Does what a press means for the whole page; gives whether it means anything there. */
function take(event: KeyboardEvent, library: LibraryState): boolean {
  if (asksForPalette(event)) {
    library.isPaletteOpen.value = true;
    return true;
  }
  if (event.target instanceof Element && isTextField(event.target)) return false;
  const command = undoBy(event) ?? commandOf(event, library.keys.peek(), commandsIn('library'));
  if (!command || !isOfPage(command)) return false;
  if (command === 'help') library.isHelpOpen.value = true;
  else void (command === 'redo' ? library.redoLast() : library.undoStep());
  return true;
}

/**
 * Ctrl+K opens the palette from anywhere. The keys for undo, redo and help act in every view, Ctrl+Z and Ctrl+Shift+Z
 * beside them; in a text field they are the field's.
 */
export function usePageKeys(library: LibraryState): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isFree = !event.defaultPrevented && !library.isCovered();
      if (isFree && take(event, library)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [library]);
}
