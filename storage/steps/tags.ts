import type { TagRecord } from '@/domain/paper/record';
import type { Result } from '@/domain/result';
import { freeColour, newTag, TAG_COLOURS, tagId, tagName } from '@/domain/paper/tag';
import { patchTag, setTag } from './changes';
import type { Environment } from '@/storage/clock';
import type { GlossDatabase } from '@/storage/db';
import { refuse } from './refused';
import { type Step, type Taken, takeStep } from './step';

/** The tag that has a name now, whatever its first name was. */
async function findTag(step: Step, name: string): Promise<TagRecord | undefined> {
  const id = tagId(name);
  const all = await step.db.tags.toArray();
  const found =
    all.find((tag) => !tag.removed && tagId(tag.name) === id) ??
    all.find((tag) => tag.removed && tag.id === id);
  return found && step.tag(found.id);
}

/**
 * The id of the tag of a name, for a paper that it is put on or taken off; a name that is new makes the tag
 * (an entry of the same step, so that undoing takes it away again). Refuses a name without letters.
 */
export async function tagNamed(step: Step, name: string, on: boolean): Promise<string> {
  const fresh = newTag(name);
  if (fresh.id === '') return refuse('invalid', 'The tag has no name.');
  const known = await findTag(step, name);
  if (!on) return known?.id ?? fresh.id;
  if (known && !known.removed) {
    step.putTag({ ...known, usedAt: step.now });
    return known.id;
  }
  const id = known?.id ?? (await freeId(step, fresh.id));
  const made = known ?? { ...fresh, id, usedAt: step.now, removed: true, stamps: {} };
  const living = (await step.db.tags.toArray()).filter(({ removed }) => !removed);
  const colour = freeColour(
    fresh.colour,
    living.map((tag) => tag.colour),
  );
  const { name: called } = fresh;
  step.log(patchTag(step, { ...made, usedAt: step.now }, { removed: false, name: called, colour }));
  return id;
}

/** Whether a paper has a tag once this step is done; one in the trash counts unless this step put it there. */
export async function isInUse(step: Step, id: string): Promise<boolean> {
  for (const paperId of await step.db.papers.where('tags').equals(id).primaryKeys()) {
    const paper = await step.paper(paperId);
    const isGone = paper?.removed && (paper.stamps['removed'] ?? '') >= step.stamp;
    if (!isGone && paper?.tags.includes(id)) return true;
  }
  return false;
}

/** An id for a new tag: its name's, or a numbered one where a renamed tag holds that id. */
async function freeId(step: Step, id: string): Promise<string> {
  let free = id;
  for (let number = 2; await step.tag(free); number++) free = `${id}~${number}`;
  return free;
}

interface Ask {
  opId: string;
  id: string;
}

const tagOrRefuse = async (step: Step, id: string): Promise<TagRecord> => {
  const tag = await step.tag(id);
  return tag && !tag.removed ? tag : refuse('missing', 'The tag is not there any more.');
};

/** Gives a tag another name: papers refer to it by id, so nothing else changes. Refuses a name that another tag has. */
export const renameTag = (
  db: GlossDatabase,
  env: Environment,
  { opId, id, name }: Ask & { name: string },
): Promise<Result<Taken>> =>
  takeStep(db, env, opId, 'user', async (step) => {
    const tag = await tagOrRefuse(step, id);
    const next = tagName(name);
    if (tagId(next) === '') refuse('invalid', 'The tag has no name.');
    const other = await findTag(step, next);
    if (other && !other.removed && other.id !== id)
      refuse('invalid', `There is a tag “${other.name}” already: merge the two instead.`);
    step.log(patchTag(step, tag, { name: next }));
  });

/** Gives a tag another colour, by its number in the palette; fails with `missing` when the tag is not there. */
export const recolourTag = (
  db: GlossDatabase,
  env: Environment,
  { opId, id, colour }: Ask & { colour: number },
): Promise<Result<Taken>> =>
  takeStep(db, env, opId, 'user', async (step) => {
    step.log(patchTag(step, await tagOrRefuse(step, id), { colour: colour % TAG_COLOURS }));
  });

/** Takes a tag off all papers, with another in its place where one is given, and deletes it: one step. */
export const deleteTag = (
  db: GlossDatabase,
  env: Environment,
  { opId, id, into }: Ask & { into: string | null },
): Promise<Result<Taken>> =>
  takeStep(db, env, opId, 'user', async (step) => {
    const tag = await tagOrRefuse(step, id);
    if (into !== null) await tagOrRefuse(step, into);
    if (into === id) refuse('invalid', 'A tag can’t be merged into itself.');
    const ids = await db.papers.where('tags').equals(id).primaryKeys();
    await step.load(ids);
    for (const paperId of ids) {
      const paper = await step.paper(paperId);
      if (!paper) continue;
      if (into !== null && !paper.tags.includes(into)) step.log(setTag(step, paper, into, true));
      step.log(setTag(step, paper, id, false));
      step.putPaper(paper);
    }
    step.log(patchTag(step, tag, { removed: true }));
  });
