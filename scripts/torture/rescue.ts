import type { Condition } from '@/domain/mark';
import { Failure } from './failure';
import type { Held } from './held';
import type { Library } from './library';
import { HASTE, type Talk } from './talk';
import { exportView, modelView } from './view';

/** A damaged library: what Gloss says, and whether the library comes back. */
export class Rescue {
  /** States of the library, from the last backup on: one of them must come back. */
  private states: Library[] = [];

  constructor(
    private readonly talk: Talk,
    private readonly held: Held,
  ) {}

  /** A backup was made: no older state may come back from now on. */
  backedUp(): void {
    this.states = [this.held.world.library];
  }

  /** The library was seen to be in this state. */
  seen(): void {
    this.states.push(this.held.world.library);
  }

  /** Looks at the library after its files were damaged, and has it restored where it says that it is lost. */
  async after(how: string, opId: string): Promise<void> {
    const condition = await this.condition();
    if (condition?.trouble) {
      const [offer] = condition.offers;
      if (!offer)
        throw new Failure('lost', [`${how}: ${condition.trouble}, and nothing is offered`]);
      const ask = { opId, from: offer.from };
      while ((await this.talk.call('library.rescue', ask)) === null);
    }
    const exported = await this.talk.export();
    const text = JSON.stringify(exportView(exported));
    const state = this.states.findLast((one) => JSON.stringify(modelView(one)) === text);
    if (state) return this.held.replace(state);
    const kind = condition?.trouble ? 'lost' : 'silent';
    const count = exported.papers.length;
    const all = Object.keys(this.held.world.library.papers).length;
    throw new Failure(kind, [`${how}: ${count} of ${all} papers are there`]);
  }

  /** What the library says of itself. */
  private async condition(): Promise<Condition | null> {
    const message = { gloss: 'library.condition', ask: null };
    const answer = await this.talk.once('library', message, HASTE * 2);
    return answer?.ok ? (answer.value as Condition) : null;
  }
}
