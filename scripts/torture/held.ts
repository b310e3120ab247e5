import type { Act } from './acts';
import type { Counts } from './counts';
import { Failure } from './failure';
import { tagNamed, type Library } from './library';
import { type Answer, isDone, isRefused } from './talk';
import { differences, type Exported, exportView, modelView, type View } from './view';
import * as worlds from './world';
import type { World } from './world';

/** What must be in the library. */
export class Held {
  /** More than one where something was sent and not acknowledged: it is wholly there, or wholly not. */
  private all: World[] = [worlds.newWorld()];

  constructor(private readonly counts: Counts) {}

  get world(): World {
    const [world] = this.all;
    if (!world) throw new Error('There is no world.');
    return world;
  }

  /** Whether it is known what was done and what was not. */
  get isCertain(): boolean {
    return this.all.length === 1;
  }

  hasTag(name: string): boolean {
    return tagNamed(this.world.library, name) !== undefined;
  }

  /** Takes into account what became of an act. */
  heard(act: Act, sent: worlds.Sent, answer: Answer): void {
    this.counts.actions += 1;
    if (isDone(answer)) this.counts.acknowledged += 1;
    const after = this.all.flatMap((world) => worlds.act(world, act, sent) ?? []);
    if (isDone(answer) && after.length === 0)
      throw new Failure('lost', [`done, though it can't be: ${JSON.stringify(act)}`]);
    if (isRefused(answer) && after.length === this.all.length)
      throw new Failure('lost', [`refused: ${JSON.stringify(act)}: ${JSON.stringify(answer)}`]);
    if (isDone(answer)) this.all = after;
    else if (!isRefused(answer)) this.all = [...this.all, ...after];
  }

  /** The world is another one, for certain. */
  become(world: World): void {
    this.all = [world];
  }

  /** An import replaced the library: no undo reaches the changes before it. */
  replace(library: Library): void {
    this.become(worlds.become(this.world, library));
  }

  /** Holds what was exported to what must be there; what was open is settled by it. Gives what a person sees. */
  settle(exported: Exported): View {
    const view = exportView(exported);
    const text = JSON.stringify(view);
    const left = this.all.filter(({ library }) => JSON.stringify(modelView(library)) === text);
    const [first] = left;
    if (!first) {
      const [nearest = []] = this.all
        .map(({ library }) => differences(modelView(library), view))
        .toSorted((a, b) => a.length - b.length);
      throw new Failure('lost', nearest);
    }
    // Of several that look the same it isn't known what an undo would take back.
    this.all = left.length === 1 ? left : [{ ...first, done: [], undone: [] }];
    return view;
  }
}
