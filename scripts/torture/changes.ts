import type { Library, ModelPaper } from './library';
import { noteOf } from './acts';
import { newPaper } from './library';

/** One value that an act changed: where it is, and what it was before and after. */
export interface Change {
  /** `papers/<id>/status`, `tags/<id>/name`, … */
  path: string;
  before: unknown;
  after: unknown;
}

/** All values of a library by their place, as they are undone: a text by its text, not by its edit. */
function valuesOf({ papers, tags }: Library): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const [id, paper] of Object.entries(papers)) {
    const place = `papers|${id}`;
    values.set(`${place}|status`, paper.status.value);
    values.set(`${place}|removed`, paper.removed.value);
    values.set(`${place}|note`, noteOf(paper));
    for (const [tag, on] of Object.entries(paper.tags))
      values.set(`${place}|tags|${tag}`, on.value);
    for (const [name, one] of Object.entries(paper.highlights))
      for (const field of ['colour', 'comment', 'removed'] as const)
        values.set(`${place}|highlights|${name}|${field}`, one[field].value);
  }
  for (const [id, tag] of Object.entries(tags)) {
    values.set(`tags|${id}|name`, tag.name.value);
    values.set(`tags|${id}|removed`, tag.removed.value);
  }
  return values;
}

/** The value before anything was set. */
function nothingAt(path: string, made: unknown): unknown {
  if (path.endsWith('|removed')) return !/^papers\|[^|]*\|removed$/.test(path);
  if (path.endsWith('|note')) return [];
  if (path.includes('|tags|')) return false;
  return path.endsWith('|status') ? null : made;
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What changed from one state to the next. */
export function changesOf(before: Library, after: Library): Change[] {
  const old = valuesOf(before);
  return [...valuesOf(after)].flatMap(([path, value]) => {
    const was = old.has(path) ? old.get(path) : nothingAt(path, value);
    return isSame(was, value) ? [] : [{ path, before: was, after: value }];
  });
}

/** Whether a value is still as a change left it. */
export const isAsLeft = (library: Library, { path, after }: Change): boolean =>
  isSame(valuesOf(library).get(path), after);

/** Sets each value back that is still as the changes left it: what was written over it since stays. */
export function revert(library: Library, changes: readonly Change[], at: number): Library {
  const draft = structuredClone(library);
  const now = valuesOf(library);
  const isOfTag = ({ path }: Change): boolean => path.startsWith('tags|');
  for (const change of [...changes.filter((one) => !isOfTag(one)), ...changes.filter(isOfTag)]) {
    const { path, before, after } = change;
    if (!isSame(now.get(path), after) || (before === true && isTagInUse(draft, path))) continue;
    put(draft, path.split('|'), before, at);
  }
  return draft;
}

/** A tag that was made by being put on one paper, and was put on another since, is not taken away with the first. */
function isTagInUse({ papers }: Library, path: string): boolean {
  const [kind, id = '', field] = path.split('|');
  return (
    kind === 'tags' &&
    field === 'removed' &&
    Object.values(papers).some(({ tags }) => tags[id]?.value === true)
  );
}

function put(library: Library, path: string[], value: unknown, at: number): void {
  const [kind, id = '', field, item = '', part] = path;
  if (kind === 'tags') {
    const tag = library.tags[id];
    if (field === 'name' && tag) tag.name = { value: String(value), at };
    if (field === 'removed' && tag) tag.removed = { value: value === true, at };
    return;
  }
  const paper: ModelPaper = (library.papers[id] ??= newPaper());
  if (field === 'status') paper.status = { value: value as ModelPaper['status']['value'], at };
  if (field === 'removed') paper.removed = { value: value === true, at };
  if (field === 'tags') paper.tags[item] = { value: value === true, at };
  if (field === 'note') {
    const edit = `${at}`;
    const heads = (value as string[]).map((text, index) => ({ edit: `${edit}/${index}`, text }));
    const known = [...paper.note.known, ...heads.map((head) => head.edit)];
    paper.note = { heads, known, at };
  }
  const highlight = field === 'highlights' ? paper.highlights[item] : undefined;
  if (highlight && (part === 'colour' || part === 'comment' || part === 'removed'))
    Object.assign(highlight, { [part]: { value, at } });
}
