import type { NoteAsk, UnsavedNotes } from '@/rpc/client';

/*
 * After an update of the extension the old script still runs on open pages, in a world that the new one can't
 * reach, and can't save any more. What both can reach is its layer's closed root, and no script of the page can: there
 * each script keeps the notes that were not acknowledged, under a seal that only the extension knows, so that a page
 * can't make up a will of its own. Who takes Gloss over on the page reads it and has the old layer go.
 */

/** Tells the script of a layer that another has taken over; sent within its closed root, where no page can send it. */
const TAKEN_OVER = 'gloss-taken-over';

interface Contents {
  seal: string;
  /** The script that wrote it. */
  script: string;
  notes: NoteAsk[];
}

/** What a script leaves to the one after it. */
export interface Will {
  /** Keeps it in a layer; `leave` takes that off the page. */
  keepIn: (root: ShadowRoot, leave: () => void) => void;
  /** Notes of the scripts before, whose layers go. From now on this script's own is valid. */
  takeOver: (page: Document, seal: string) => NoteAsk[];
}

export function createWill(script: string, unsaved: UnsavedNotes): Will {
  // An attribute of an element that is not drawn: no person sees or hears it, and no search finds it.
  const paper = document.createElement('data');
  let seal = '';
  const write = (): void => {
    const contents: Contents = { seal, script, notes: unsaved.all() };
    paper.value = seal === '' ? '' : JSON.stringify(contents);
  };
  unsaved.watch(write);
  return {
    keepIn: (root, leave) => {
      root.append(paper);
      root.addEventListener(TAKEN_OVER, leave);
    },
    takeOver: (page, known) => {
      seal = known;
      write();
      return [...page.documentElement.children].flatMap((host) => inherit(host, seal, script));
    },
  };
}

/** Takes what an element's layer holds, where it is one of ours that a script before left, and has it go. */
function inherit(host: Element, seal: string, script: string): NoteAsk[] {
  const root = host instanceof HTMLElement ? closedRootOf(host) : null;
  const contents = root && willIn(root);
  if (!contents || seal === '' || contents.seal !== seal || contents.script === script) return [];
  root.dispatchEvent(new Event(TAKEN_OVER));
  // Firefox ends the old script with its extension: the next script takes its layer away.
  host.remove();
  return contents.notes;
}

function willIn(root: ShadowRoot): Contents | null {
  const text = [...root.children].flatMap((child) =>
    child instanceof HTMLDataElement ? child.value : [],
  )[0];
  try {
    return text ? (JSON.parse(text) as Contents) : null;
  } catch {
    return null;
  }
}

/** Extensions may look into closed roots (https://developer.chrome.com/docs/extensions/reference/api/dom). */
function closedRootOf(host: HTMLElement): ShadowRoot | null {
  if ('openOrClosedShadowRoot' in host) return host.openOrClosedShadowRoot as ShadowRoot | null;
  const dom = (globalThis as { chrome?: { dom?: typeof chrome.dom } }).chrome?.dom;
  return dom?.openOrClosedShadowRoot(host) ?? null;
}
