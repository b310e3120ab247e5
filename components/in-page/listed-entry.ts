import type { IdentifiedEntry } from '@/domain/entry';
import type { PaperState } from '@/domain/paper/paper';

/**
 * An entry of the page with what is stored of its paper. The object stays the same as long as the paper is on the
 * page, wherever its row moves and however often the page draws it anew: parts hold the object, never its index.
 */
export interface ListedEntry {
  entry: IdentifiedEntry;
  state: PaperState;
  /** Its place among the page's entries now; -1 while the page does not list it. */
  index: number;
  /** True once the person has seen the entry. A later change may dim it but must not fold it. */
  isMet?: boolean;
}
