import type { NoteAsk } from '@/rpc/client';

/*
 * After an update of the extension the old script still runs on open pages, in a world that the new one can't
 * reach, and can't save any more. What both can reach is its layer's closed root, and no script of the page can: there
 * each script keeps the notes that were not acknowledged, under a seal that only the extension knows, so that a page
 * can't make up a will of its own. Who takes Gloss over on the page reads it and has the old layer go (`succession.ts`).
 */

/** Tells the script of a layer that another has taken over; sent within its closed root, where no page can send it. */
export const TAKEN_OVER = 'gloss-taken-over';

export interface Contents {
  seal: string;
  /** The script that wrote it. */
  script: string;
  notes: NoteAsk[];
}

/** An element for a will; one that is not drawn: no person sees or hears it, and no search finds it. */
export const createPaper = (): HTMLDataElement => document.createElement('data');

export const write = (paper: HTMLDataElement, contents: Contents): void => {
  paper.value = contents.seal === '' ? '' : JSON.stringify(contents);
};

/** Keeps a will in a layer that `leave` takes off the page; one that the first stage kept there is no longer valid. */
export function keepPaper(root: ShadowRoot, paper: HTMLDataElement, leave: () => void): void {
  root.querySelector('data')?.remove();
  root.append(paper);
  root.addEventListener(TAKEN_OVER, leave);
}

/** Keeps a will that never changes in a layer. */
export function keepIn(root: ShadowRoot, contents: Contents, leave: () => void): void {
  const paper = createPaper();
  write(paper, contents);
  keepPaper(root, paper, leave);
}
