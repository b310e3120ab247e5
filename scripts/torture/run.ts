import type { Act } from './acts';
import { addWord, noteOf } from './acts';
import type { Counts } from './counts';
import { isLatent } from './damage';
import { Failure } from './failure';
import { Held } from './held';
import { Joining } from './joining';
import { Keeping } from './keeping';
import { BETWEEN } from './library';
import { isForPages, messageOf, noteAnswer, noteQuestion } from './messages';
import { Rescue } from './rescue';
import type { Message, Place, Rig } from './rig';
import type { Fault, Placed, Step } from './steps';
import { type Answer, HASTE, PATIENCE, pause, Talk } from './talk';
import type { Exported } from './view';
import * as worlds from './world';

/** An act that is about to be sent. */
interface Ready {
  act: Act;
  place: Place;
  message: Message;
  sent: worlds.Sent;
}

/** One life: a library that is acted on and failed, and held to what must be in it. */
export class Run {
  private readonly talk: Talk;
  private readonly held: Held;
  private readonly keeping: Keeping;
  private readonly joining: Joining;
  private readonly rescue: Rescue;
  private count = 0;

  constructor(
    private readonly rig: Rig,
    private readonly counts: Counts,
    /** Names operations, so that no two runs share any. */
    private readonly name: string,
  ) {
    this.talk = new Talk(rig);
    this.held = new Held(counts);
    this.keeping = new Keeping(rig, this.talk, this.held);
    this.joining = new Joining(this.talk, this.held);
    this.rescue = new Rescue(this.talk, this.held);
  }

  /** Does a step. Fails (`Failure`) where something was lost. */
  async step(step: Step): Promise<void> {
    switch (step.do) {
      case 'act':
        return this.solo(step);
      case 'undo':
      case 'redo':
        return this.takeBack(step);
      case 'together':
        return this.together(step);
      case 'check':
        return void (await this.check());
      case 'full':
        return this.full(step.acts);
      case 'keep':
        return this.keeping.keep(await this.check());
      case 'backup':
        await this.check();
        await this.keeping.backUp();
        return this.rescue.backedUp();
      case 'join':
        return this.join(step);
      case 'import':
      case 'restore':
        return this.takeIn(step);
      default:
        return this.fail(step);
    }
  }

  /** What the library says of itself; nothing where it does not answer. */
  async diagnostics(): Promise<string> {
    const answer = await this.talk.once('library', { gloss: 'diagnostics', ask: null }, HASTE);
    return answer?.ok ? String(answer.value) : '';
  }

  /** What fails around the library. */
  private async fail(step: Fault): Promise<void> {
    const { rig, counts } = this;
    switch (step.do) {
      case 'kill':
        return rig.killWorker();
      case 'care':
        return rig.care();
      case 'reload':
        counts.reloads += 1;
        return rig.reload();
      case 'quit':
        await rig.quit();
        return rig.restart();
      case 'sigkill':
        return this.sigkill();
      case 'tear':
        return this.tear(step.again);
      case 'clock':
        counts.clockJumps += 1;
        return rig.setClock(step.offset);
      case 'damage':
        counts.damages += 1;
        await rig.quit();
        rig.damage(step.how);
        if (isLatent(step.how)) await this.inPassing();
        await rig.restart();
        return this.rescue.after(step.how, this.opId());
    }
  }

  /** A session without an act. */
  private async inPassing(): Promise<void> {
    await this.rig.restart();
    await this.rig.quit();
  }

  private async tear(again: number | undefined): Promise<void> {
    this.counts.tears += 1;
    if (again === undefined) return this.sigkill(() => this.rig.tear());
    this.counts.sigkills += 2;
    await this.rig.sigkill();
    this.rig.tear();
    await this.rig.flicker(again);
    await this.rig.restart();
    return this.rescue.after('torn twice', this.opId());
  }

  private opId(): string {
    return `${this.name}-${(this.count += 1)}`;
  }

  /** Holds the library to what must be in it. */
  private async check(): Promise<Exported> {
    const exported = await this.talk.export();
    this.counts.checks += 1;
    this.held.settle(exported);
    this.rescue.seen();
    return exported;
  }

  /** An act as it is sent from a place; `null` where there is nothing that it could be about. */
  private async ready({ place, act }: Placed, isOrdered: boolean): Promise<Ready | null> {
    const { held } = this;
    if ('name' in act && act.do !== 'tag' && !held.hasTag(act.name)) return null;
    if (act.do === 'merge' && !held.hasTag(act.into)) return null;
    // Which of several at once makes a tag isn't known, and what is there afterwards does not tell.
    if (act.do === 'tag' && !isOrdered && !held.hasTag(act.name)) return null;
    // Whether an empty paper was made is not seen either, and later acts on many papers pass one over that is not there.
    if (!isOrdered && this.makesNothing(act)) return null;
    const from = isForPages(act) || !place.startsWith('tab') ? place : 'library';
    const opId = this.opId();
    let note = { text: '', revision: '' };
    if (act.do === 'note') {
      const known = noteAnswer(await this.talk.insist(from, noteQuestion(act.paper)));
      if (!known) return null;
      note = known;
    }
    const message = messageOf(act, opId, held.world.library, note);
    const sent = { opId, isOrdered, text: this.textAfter(act, note.text) };
    return { act, place: from, message, sent };
  }

  /** Whether an act leaves no more than the row of a paper that was not there. */
  private makesNothing(act: Act): boolean {
    const { papers } = this.held.world.library;
    const isNew = (id: string): boolean => papers[id] === undefined;
    if (act.do === 'status') return act.status === null && isNew(act.paper);
    if (act.do === 'statuses') return act.status === null && act.papers.some(isNew);
    return act.do === 'tag' && !act.on && isNew(act.paper);
  }

  private async allReady(acts: readonly Placed[]): Promise<Ready[]> {
    const ready: Ready[] = [];
    for (const placed of acts) ready.push(...[(await this.ready(placed, false)) ?? []].flat());
    return ready;
  }

  /** A note as it must be after an act. In the trash it isn't shown: a text that is written then is kept beside it. */
  private textAfter(act: Act, shown: string): string {
    if (act.do !== 'note') return '';
    const paper = this.held.world.library.papers[act.paper];
    return paper?.removed.value
      ? [...noteOf(paper), act.word].join(BETWEEN)
      : addWord(shown, act.word);
  }

  private async solo(step: Extract<Step, { do: 'act' }>): Promise<void> {
    const ready = await this.ready(step, true);
    if (!ready) return;
    const { kill } = step;
    const patience = kill === undefined ? PATIENCE : HASTE;
    const answering = this.talk.insist(ready.place, ready.message, patience);
    if (kill !== undefined) {
      await pause(kill);
      await this.rig.killWorker();
    }
    this.held.heard(ready.act, ready.sent, await answering);
  }

  private async takeBack(step: Extract<Step, { do: 'undo' | 'redo' }>): Promise<void> {
    const { held } = this;
    if (!held.isCertain) return;
    const { world } = held;
    if (step.do === 'redo') {
      // Undone one after the other, edits of one note are one step: which, depends on the time between them.
      if (world.undone.length !== 1) return;
      return held.become(worlds.redo(world, await this.tookBack(step.place, 'redo', {})));
    }
    const done = world.done.at(-1 - (step.back % Math.max(1, world.done.length)));
    if (!done || !worlds.isClear(world, done)) return;
    const isNote = done.changes.some(({ path }) => path.endsWith('|note'));
    const isNewest = done === world.done.at(-1) && done.isOrdered;
    await this.tookBack(step.place, 'undo', isNote || !isNewest ? { step: done.opId } : {});
    held.become(worlds.undo(world, done.opId));
  }

  /** Undoes or redoes a step; gives the id of this new step. */
  private async tookBack(place: Place, gloss: string, named: object): Promise<string> {
    const opId = this.opId();
    const answer = await this.talk.insist(place, { gloss, ask: { opId, ...named } });
    this.counts.actions += 1;
    if (!answer?.ok || answer.value === null)
      throw new Failure('lost', [`${gloss} is answered by ${JSON.stringify(answer)}`]);
    this.counts.acknowledged += 1;
    return opId;
  }

  private async together(step: Extract<Step, { do: 'together' }>): Promise<void> {
    const { end, after } = step;
    const ready = await this.allReady(step.acts);
    const insists = step.insists && end !== 'browser';
    const patience = end === 'nothing' ? PATIENCE : HASTE;
    const answers = ready.map(
      ({ place, message }): Promise<Answer> =>
        insists
          ? this.talk.insist(place, message, patience)
          : this.talk.once(place, message, patience),
    );
    if (end !== 'nothing') await pause(after);
    if (end === 'worker') await this.rig.killWorker();
    if (end === 'browser') await this.sigkill();
    const heard = await Promise.all(answers);
    for (const [index, { act, sent }] of ready.entries())
      this.held.heard(act, sent, heard[index] ?? null);
    if (insists) return;
    if (end !== 'browser' && heard.includes(null)) await this.talk.quiet();
    await this.check();
  }

  private async sigkill(before: () => void = () => undefined): Promise<void> {
    this.counts.sigkills += 1;
    await this.rig.sigkill();
    before();
    await this.rig.restart();
  }

  private async full(acts: Placed[]): Promise<void> {
    this.counts.fullDisks += 1;
    const ready = await this.allReady(acts);
    this.rig.fillDisk();
    for (const { act, place, message, sent } of ready)
      this.held.heard(act, sent, await this.talk.once(place, message, HASTE));
    this.rig.freeDisk();
    await this.talk.quiet();
    await this.check();
  }

  private async join({ papers, kill }: Extract<Step, { do: 'join' }>): Promise<void> {
    await this.check();
    const fault = async (): Promise<void> => {
      if (kill === null) return;
      await pause(kill);
      await this.rig.killWorker();
    };
    if (!(await this.joining.joinAndPart(papers, this.opId(), fault))) return;
    this.counts.actions += 2;
    this.counts.acknowledged += 2;
    await this.check();
  }

  private async takeIn(step: Extract<Step, { do: 'import' | 'restore' }>): Promise<void> {
    await this.check();
    const opId = this.opId();
    const isDone =
      step.do === 'import'
        ? await this.keeping.import(step, opId)
        : await this.keeping.restore(step, opId);
    if (!isDone) return;
    this.counts[step.do === 'import' ? 'imports' : 'restores'] += 1;
    this.counts.acknowledged += 1;
    await this.check();
  }
}
