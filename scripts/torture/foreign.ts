import type { PaperDocument } from '@/domain/export/schema';
import type { Act } from './acts';
import { addWord } from './acts';
import { type Library, tagNamed } from './library';
import type { Exported } from './view';

/** A file that was kept: what it says, and what the model knew then. */
export interface KeptFile {
  exported: Exported;
  library: Library;
  at: number;
}

/** The newest stamp in a paper, as text: stamps sort as text (docs/export-format.md). */
const newestStamp = (document: PaperDocument): string =>
  (JSON.stringify(document).match(/\b[0-9a-z]{9}-[0-9a-z]{4}-[0-9a-z]{1,32}\b/g) ?? []).reduce(
    (newest, stamp) => (stamp > newest ? stamp : newest),
    '000000000-0000-0',
  );

/**
 * A file after another machine, which had read it, did something to some of its papers: later than all that was done
 * to them, and sooner than whatever is done to them here next. As of any machine its clock does not follow a stamp that
 * is far ahead, of another paper. `number` tells machines apart.
 */
export function editedElsewhere(file: KeptFile, acts: readonly Act[], number: number): KeptFile {
  const { exported, library, at } = structuredClone(file);
  const device = `zz${String(number).padStart(6, '0')}`;
  for (const act of acts) {
    const document =
      'paper' in act ? exported.papers.find(({ id }) => id === act.paper) : undefined;
    if (!document) continue;
    const stamp = `${newestStamp(document).slice(0, 14)}-${device}`;
    editPaper(document, library, act, { stamp, at: at + 0.5 + number / 1e6, name: device });
  }
  return { exported, library, at };
}

interface Edit {
  stamp: string;
  at: number;
  name: string;
}

function editPaper(document: PaperDocument, library: Library, act: Act, edit: Edit): void {
  const paper = library.papers[document.id];
  if (!paper) return;
  const { stamp, at, name } = edit;
  const wanted = (): void => {
    if (!document.removed) return;
    document.removed = false;
    document.stamps['removed'] = stamp;
    paper.removed = { value: false, at };
  };
  if (act.do === 'status') {
    wanted();
    Object.assign(document, { status: act.status, savedAt: act.status === 'saved' ? 1 : null });
    document.stamps['status'] = stamp;
    paper.status = { value: act.status, at };
  } else if (act.do === 'tag') {
    const tag = tagNamed(library, act.name);
    if (tag === undefined) return;
    wanted();
    const others = document.tags.filter((id) => id !== tag);
    document.tags = act.on ? [...others, tag].toSorted() : others;
    document.stamps[`tag:${tag}`] = stamp;
    paper.tags[tag] = { value: act.on, at };
  } else if (act.do === 'note') {
    wanted();
    const text = addWord(document.note.text, act.word);
    document.note = {
      text,
      heads: [{ stamp, strand: stamp, text }],
      seen: { ...document.note.seen, [stamp]: stamp },
    };
    const known = [...paper.note.known, name];
    paper.note = { heads: [{ edit: name, text }], known, at };
  } else if (act.do === 'comment') {
    const highlight = document.highlights.find(({ id }) => id === act.id);
    const own = paper.highlights[act.id];
    if (!highlight || !own) return;
    wanted();
    highlight.comment = act.comment;
    highlight.stamps['comment'] = stamp;
    document.stamps['highlights'] = stamp;
    own.comment = { value: act.comment, at };
  }
}
