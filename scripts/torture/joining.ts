import { Failure } from './failure';
import type { Held } from './held';
import type { Field, Library, ModelPaper } from './library';
import type { Talk } from './talk';
import { differences, exportView, modelView } from './view';

/** How far a person came with a paper. */
const PROGRESS = [null, 'dismissed', 'saved', 'read'];

/** Marked in either. */
function either(
  a: Record<string, Field<boolean>>,
  b: Record<string, Field<boolean>>,
): Record<string, Field<boolean>> {
  const marked = { ...a };
  for (const [name, on] of Object.entries(b)) if (!marked[name]?.value) marked[name] = on;
  return marked;
}

/** Two papers as one: what was made of either. */
const asOne = (a: ModelPaper, b: ModelPaper): ModelPaper => ({
  status:
    PROGRESS.indexOf(a.status.value) >= PROGRESS.indexOf(b.status.value) ? a.status : b.status,
  removed: { value: a.removed.value && b.removed.value, at: 0 },
  tags: either(a.tags, b.tags),
  note: { heads: [...a.note.heads, ...b.note.heads], known: [], at: 0 },
  highlights: { ...a.highlights, ...b.highlights },
});

/** A library in which some papers are one, under one of their ids. */
function joined(library: Library, [a, b]: readonly [string, string], id: string): Library {
  const { [a]: first, [b]: second, ...others } = library.papers;
  if (!first || !second) throw new Error('There are no two papers.');
  return { ...library, papers: { ...others, [id]: asOne(first, second) } };
}

/** Joins two papers and takes them apart again: what was made of either is there, and then with its own paper. */
export class Joining {
  constructor(
    private readonly talk: Talk,
    private readonly held: Held,
  ) {}

  /** `false` where the two are not there. */
  async joinAndPart(
    pair: readonly [string, string],
    opId: string,
    fault: () => Promise<void>,
  ): Promise<boolean> {
    const { library } = this.held.world;
    const isThere = (id: string): boolean => library.papers[id]?.removed.value === false;
    if (!pair.every(isThere)) return false;
    const ids = (await this.talk.export()).papers.map(({ id }) => id);
    if (!pair.every((id) => ids.includes(id))) return false;

    await Promise.all([this.talk.call('paper.join', { opId: `${opId}-join`, ids: pair }), fault()]);
    const exported = await this.talk.export();
    const left = pair.filter((id) => exported.papers.some((paper) => paper.id === id));
    const [id] = left;
    if (id === undefined || left.length > 1)
      throw new Failure('lost', [`joined, ${pair.join(' and ')} are ${left.length} papers`]);
    const wrong = differences(modelView(joined(library, pair, id)), exportView(exported));
    if (wrong.length > 0) throw new Failure('lost', ['joined:', ...wrong]);

    await Promise.all([this.talk.call('paper.split', { opId: `${opId}-part`, id }), fault()]);
    this.held.replace(library);
    return true;
  }
}
