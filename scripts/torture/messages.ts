import type { PaperState } from '@/domain/paper/paper';
import type { Result } from '@/domain/result';
import { type Act, addWord } from './acts';
import { type Library, tagNamed } from './library';
import type { Message } from './rig';
import { passageOf, refOf } from './papers';

/** A note as a page was told it. */
export interface KnownNote {
  text: string;
  revision: string;
}

/** What asks for the note that an act goes on writing at. */
export const noteQuestion = (paper: string): Message => ({
  gloss: 'page.states',
  ask: { papers: [{ ids: { arxiv: paper.slice('arxiv:'.length) }, title: '', opening: '' }] },
});

export function noteAnswer(answer: unknown): KnownNote | null {
  const states = answer as Result<(PaperState | null)[]> | null;
  if (!states?.ok) return null;
  return states.value[0]?.note ?? { text: '', revision: '' };
}

const tagId = (library: Library, name: string): string => tagNamed(library, name) ?? name;

/** The message of an act. `note` is what its page knows of the note. */
export function messageOf(act: Act, opId: string, library: Library, note: KnownNote): Message {
  const at = 'paper' in act ? { opId, paper: refOf(act.paper) } : { opId };
  switch (act.do) {
    case 'status':
      return { gloss: 'paper.status', ask: { ...at, status: act.status } };
    case 'statuses':
      return {
        gloss: 'papers.status',
        ask: { opId, papers: act.papers.map(refOf), status: act.status },
      };
    case 'tag':
      return { gloss: 'paper.tag', ask: { ...at, name: act.name, on: act.on } };
    case 'note':
      return {
        gloss: 'paper.note',
        ask: { ...at, base: note.revision, text: addWord(note.text, act.word) },
      };
    case 'highlight': {
      const { id, colour } = act;
      const source = 'https://arxiv.org/list/me.AS/new';
      const made = { id, colour, comment: '', source, createdAt: 1_700_000_000_000 };
      return {
        gloss: 'highlight.add',
        ask: { ...at, highlight: { ...made, ...passageOf(act.paper) } },
      };
    }
    case 'comment':
      return {
        gloss: 'highlight.edit',
        ask: { ...at, id: act.id, colour: act.colour, comment: act.comment },
      };
    case 'unhighlight':
      return { gloss: 'highlight.remove', ask: { ...at, id: act.id } };
    case 'bulk':
      return { gloss: 'papers.bulk', ask: { opId, ids: act.papers, change: act.change } };
    case 'rename':
      return { gloss: 'tag.rename', ask: { opId, id: tagId(library, act.name), name: act.to } };
    case 'merge':
      return {
        gloss: 'tag.merge',
        ask: { opId, id: tagId(library, act.name), into: tagId(library, act.into) },
      };
    case 'untag':
      return { gloss: 'tag.delete', ask: { opId, id: tagId(library, act.name) } };
    case 'search': {
      const { id, called: name } = act;
      const search = name === null ? null : { id, name, query: `note:${name}`, sort: '' };
      return { gloss: 'searches.save', ask: { id, search } };
    }
  }
}

/** Calls that content scripts may not make: those are asked from the library. */
export const isForPages = (act: Act): boolean =>
  !['bulk', 'rename', 'merge', 'untag', 'search'].includes(act.do);
