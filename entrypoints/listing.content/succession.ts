import type { NoteAsk, UnsavedNotes } from '@/rpc/client';
import { type Contents, createPaper, keepPaper, TAKEN_OVER, write } from './will';

/** What a script leaves to the one after it. */
export interface Will {
  /** Keeps it in a layer; `leave` takes that off the page. */
  keepIn: (root: ShadowRoot, leave: () => void) => void;
  /** Notes of the scripts before, whose layers go. From now on this script's own is valid. */
  takeOver: (page: Document, seal: string) => NoteAsk[];
}

export function createWill(script: string, unsaved: UnsavedNotes): Will {
  const paper = createPaper();
  let seal = '';
  const rewrite = (): void => write(paper, { seal, script, notes: unsaved.all() });
  unsaved.watch(rewrite);
  return {
    keepIn: (root, leave) => keepPaper(root, paper, leave),
    takeOver: (page, known) => {
      seal = known;
      rewrite();
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
