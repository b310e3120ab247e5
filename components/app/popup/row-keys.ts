import type { Keyboard } from '@/components/app/keys/keyboard';
import { commandOf } from '@/components/app/keys/bound';
import { isTextField } from '@/components/ui/keys/text-field';
import type { LibraryPaper, Status } from '@/domain/paper/paper';
import type { Command } from '@/domain/settings';
import type { Doing } from './doing';

const ROW_COMMANDS = [
  'save',
  'dismiss',
  'read',
  'tags',
  'note',
  'open',
] as const satisfies readonly Command[];
/** What a command presses in the row. */
const PRESSED: Partial<Record<Command, string>> = {
  tags: '[data-action="tag"]',
  note: '[data-action="note"]',
  open: '[data-row-link]',
};
const STATUS_OF: Partial<Record<Command, Status>> = {
  save: 'saved',
  dismiss: 'dismissed',
  read: 'read',
};

interface RowOfPaper {
  row: Element;
  paper: LibraryPaper;
  doing: Doing;
}

/** Does at a key what the row can do with its paper. Gives whether the key means something to a row. */
export function actOnRow(
  event: KeyboardEvent,
  { keys, isAdvancing }: Keyboard,
  { row, paper, doing }: RowOfPaper,
): boolean {
  if (event.target instanceof Element && isTextField(event.target)) return false;
  const command = commandOf(event, keys.peek(), ROW_COMMANDS);
  if (!command) return false;
  const status = STATUS_OF[command];
  if (status) {
    const isTakenBack = paper.status === status;
    doing.setStatus(paper, isTakenBack ? null : status);
    // Before the decided row leaves a list of one status.
    if (!isTakenBack && isAdvancing.peek())
      row.nextElementSibling?.querySelector<HTMLElement>('[data-row-link]')?.focus();
  } else row.querySelector<HTMLElement>(PRESSED[command] ?? '')?.click();
  return true;
}
