import type { Colour, Status } from '@/domain/paper/paper';
import {
  type Head,
  type Library,
  type ModelHighlight,
  type ModelPaper,
  newPaper,
  tagNamed,
  textsOf,
} from './library';

/** One thing that a person does. Papers are named by their id, tags by their name. */
export type Act =
  | { do: 'status'; paper: string; status: Status | null }
  | { do: 'statuses'; papers: string[]; status: Status | null }
  | { do: 'tag'; paper: string; name: string; on: boolean }
  | { do: 'note'; paper: string; word: string }
  | { do: 'highlight'; paper: string; id: string; colour: Colour }
  | { do: 'comment'; paper: string; id: string; colour: Colour; comment: string }
  | { do: 'unhighlight'; paper: string; id: string }
  | { do: 'bulk'; papers: string[]; change: Bulk }
  | { do: 'rename'; name: string; to: string }
  | { do: 'merge'; name: string; into: string }
  | { do: 'untag'; name: string }
  /** Keeps a search under a name, or deletes it by `null`. */
  | { do: 'search'; id: string; called: string | null };

export type Bulk =
  | { kind: 'status'; status: Status | null }
  | { kind: 'tag'; name: string; on: boolean }
  | { kind: 'delete' }
  | { kind: 'restore' };

/** Words that no other contains. */
export const addWord = (text: string, word: string): string =>
  text === '' ? word : `${text} ${word}`;

/**
 * The library after an act, which is the `at`th; `null` where it must be refused. What is given is not changed.
 * `text` is the note's text then: the page goes on in the text it was shown, and the model can't tell which of two
 * texts comes last there.
 */
export function perform(library: Library, act: Act, at: number, text = ''): Library | null {
  const draft = structuredClone(library);
  return new Performer(draft, at).does(act, text) ? draft : null;
}

class Performer {
  constructor(
    private readonly library: Library,
    private readonly at: number,
  ) {}

  private set<T>(value: T): { value: T; at: number } {
    return { value, at: this.at };
  }

  /** Any act on a paper takes it out of the trash. */
  private wanted(id: string): ModelPaper {
    const paper = (this.library.papers[id] ??= newPaper());
    if (paper.removed.value) paper.removed = this.set(false);
    return paper;
  }

  /** The tag of a name; made where there is none. */
  private tag(name: string): string {
    const known = tagNamed(this.library, name);
    if (known !== undefined) return known;
    const { tags } = this.library;
    let id = name;
    // A tag that was deleted is the same again; one that was renamed meanwhile keeps its id.
    if (!tags[name]?.removed.value)
      for (let number = 2; tags[id]; number += 1) id = `${name}~${number}`;
    this.library.tags[id] = { name: this.set(name), removed: this.set(false) };
    return id;
  }

  does(act: Act, text: string): boolean {
    switch (act.do) {
      case 'status':
        this.wanted(act.paper).status = this.set(act.status);
        return true;
      case 'statuses':
        for (const id of act.papers) {
          const paper = this.wanted(id);
          if (paper.status.value !== act.status) paper.status = this.set(act.status);
        }
        return true;
      case 'tag':
        return this.tags(act);
      case 'note':
        return this.note(this.wanted(act.paper), text);
      case 'highlight':
      case 'comment':
      case 'unhighlight':
        return this.highlights(act);
      case 'bulk':
        return this.bulk(act);
      case 'search':
        this.library.searches[act.id] = this.set(act.called);
        return true;
      default:
        return this.manages(act);
    }
  }

  private tags({ paper, name, on }: Extract<Act, { do: 'tag' }>): boolean {
    const known = tagNamed(this.library, name);
    const marked = this.wanted(paper);
    const id = on ? this.tag(name) : (known ?? name);
    marked.tags[id] = this.set(on);
    return true;
  }

  private note(paper: ModelPaper, text: string): boolean {
    const edit = String(this.at);
    const head: Head = { edit, text };
    paper.note = { heads: [head], known: [...paper.note.known, edit], at: this.at };
    return true;
  }

  private highlights(act: Extract<Act, { do: 'highlight' | 'comment' | 'unhighlight' }>): boolean {
    const known: ModelHighlight | undefined = this.library.papers[act.paper]?.highlights[act.id];
    if (act.do === 'highlight') {
      if (known) return false;
      this.wanted(act.paper).highlights[act.id] = {
        colour: this.set(act.colour),
        comment: this.set(''),
        removed: this.set(false),
      };
      return true;
    }
    if (!known) return false;
    this.wanted(act.paper);
    if (act.do === 'unhighlight') known.removed = this.set(true);
    else [known.colour, known.comment] = [this.set(act.colour), this.set(act.comment)];
    return true;
  }

  /** Papers that are not there, or are in the trash, are passed over. */
  private bulk({ papers, change }: Extract<Act, { do: 'bulk' }>): boolean {
    const tag =
      change.kind !== 'tag'
        ? ''
        : change.on
          ? this.tag(change.name)
          : (tagNamed(this.library, change.name) ?? change.name);
    for (const id of papers) {
      const paper = this.library.papers[id];
      if (!paper || (paper.removed.value && change.kind !== 'restore')) continue;
      if (change.kind === 'status') {
        if (paper.status.value !== change.status) paper.status = this.set(change.status);
      } else if (change.kind === 'tag') {
        if ((paper.tags[tag]?.value ?? false) !== change.on) paper.tags[tag] = this.set(change.on);
      } else if (change.kind === 'delete') paper.removed = this.set(true);
      else if (paper.removed.value) paper.removed = this.set(false);
    }
    return true;
  }

  private manages(act: Extract<Act, { do: 'rename' | 'merge' | 'untag' }>): boolean {
    const id = tagNamed(this.library, act.name);
    const tag = id === undefined ? undefined : this.library.tags[id];
    if (id === undefined || !tag) return false;
    if (act.do === 'rename') {
      if (tagNamed(this.library, act.to) !== undefined && act.to !== act.name) return false;
      tag.name = this.set(act.to);
      return true;
    }
    const into = act.do === 'merge' ? tagNamed(this.library, act.into) : null;
    if (into === undefined || into === id) return false;
    for (const { tags } of Object.values(this.library.papers)) {
      if (!tags[id]?.value) continue;
      tags[id] = this.set(false);
      if (into !== null && !tags[into]?.value) tags[into] = this.set(true);
    }
    tag.removed = this.set(true);
    return true;
  }
}

/** A note's texts as one, where the order does not matter. */
export const noteOf = (paper: ModelPaper | undefined): string[] =>
  textsOf((paper?.note.heads ?? []).map(({ text }) => text));
