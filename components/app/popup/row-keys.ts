import type { Keyboard } from '@/components/app/keys/keyboard';
import { commandOf } from '@/components/app/keys/bound';
import { isTextField } from '@/components/ui/keys/text-field';
import type { LibraryPaper, Status } from '@/domain/paper/paper';
import { type PaperCommand, paperCommands } from '@/domain/commands';
import type { Doing } from './doing';

/** What each command does in a row: it sets a status, or presses a part of the row. */
const EFFECT: Record<PaperCommand, { status: Status } | { presses: string }> = {
  save: { status: 'saved' },
  dismiss: { status: 'dismissed' },
  read: { status: 'read' },
  tags: { presses: '[data-action="tag"]' },
  note: { presses: '[data-action="note"]' },
  open: { presses: '[data-row-link]' },
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
  const command = commandOf(event, keys.peek(), paperCommands());
  if (!command) return false;
  const effect = EFFECT[command];
  if ('presses' in effect) {
    row.querySelector<HTMLElement>(effect.presses)?.click();
    return true;
  }
  const isTakenBack = paper.status === effect.status;
  doing.setStatus(paper, isTakenBack ? null : effect.status);
  // Before the decided row leaves a list of one status.
  if (!isTakenBack && isAdvancing.peek())
    row.nextElementSibling?.querySelector<HTMLElement>('[data-row-link]')?.focus();
  return true;
}
