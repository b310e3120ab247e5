import type { PaperDocument } from '@/domain/export/schema';
import type { Backup } from '@/domain/backup';
import type { ExportLines } from '@/domain/library';
import type { Result } from '@/domain/result';
import { type Counts } from './counts';
import { editedElsewhere, type KeptFile } from './foreign';
import { BETWEEN, type Library } from './library';
import type { Message, Place, Rig } from './rig';
import { bringBack, mergeLibraries } from './merge';
import { isForPages, messageOf, noteAnswer, noteQuestion } from './messages';
import { type Act, addWord, noteOf } from './acts';
import type { Placed, Step } from './steps';
import { differences, type Exported, exportView, modelView } from './view';
import * as worlds from './world';
import type { World } from './world';

/** What was lost, or did not work, in sentences. */
export class Failure extends Error {
  constructor(
    readonly kind: 'lost' | 'stuck' | 'silent',
    readonly lines: readonly string[],
  ) {
    super(`${kind}: ${lines.join('; ')}`);
  }
}

/** How long an answer may take on a busy machine, milliseconds. */
const PATIENCE = 20_000;
/** How long one may take whose worker or disk was taken away. */
const HASTE = 2_500;
/** How long the library may be out of order after a fault, milliseconds. */
const RECOVERY = 30_000;

const pause = (time: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, time);
  });

type Answer = Result<unknown> | null;

const isDone = (answer: Answer): boolean => answer?.ok === true;
/** A refusal is an answer: nothing was done, and asking again would not help. */
const isRefused = (answer: Answer): boolean =>
  answer?.ok === false && ['invalid', 'missing'].includes(answer.error.reason);

/** One life: a library that is acted on and failed, and what must be in it. */
export class Run {
  /** More than one where something was sent and not acknowledged: it is wholly there, or wholly not. */
  private worlds: World[] = [worlds.newWorld()];
  private readonly files: KeptFile[] = [];
  private readonly backups = new Map<string, Library>();
  private count = 0;
  private isGone = false;

  constructor(
    private readonly machine: Rig,
    private readonly counts: Counts,
    /** Names operations, so that no two runs share any. */
    private readonly name: string,
  ) {}

  private get world(): World {
    const [world] = this.worlds;
    if (!world) throw new Error('There is no world.');
    return world;
  }

  private opId(): string {
    return `${this.name}-${(this.count += 1)}`;
  }

  async step(step: Step): Promise<void> {
    switch (step.do) {
      case 'act':
        return this.solo(step);
      case 'undo':
      case 'redo':
        return this.takeBack(step);
      case 'together':
        return this.together(step);
      case 'kill':
        return this.machine.killWorker();
      case 'check':
        return void (await this.check());
      case 'reload':
        this.counts.reloads += 1;
        return this.machine.reload();
      case 'care':
        return this.machine.care();
      case 'quit':
        await this.machine.quit();
        return this.machine.restart();
      case 'sigkill':
        return this.sigkill();
      case 'tear':
        this.counts.tears += 1;
        this.counts.sigkills += 1;
        await this.machine.sigkill();
        this.machine.tear();
        return this.machine.restart();
      case 'keep':
        return this.keep();
      case 'backup':
        return this.backUp();
      case 'full':
        return this.full(step.acts);
      case 'clock':
        this.counts.clockJumps += 1;
        return this.machine.setClock(step.offset);
      case 'import':
        return this.importFile(step);
      case 'restore':
        return this.restore(step);
      case 'damage':
        return this.damage(step);
    }
  }

  /** Sends a message until something is answered that asking again would not change. */
  private async insist(place: Place, message: Message, patience = PATIENCE): Promise<Answer> {
    const end = Date.now() + RECOVERY;
    for (;;) {
      const answer = (await this.machine.ask(place, message, patience)) as Answer;
      if (isDone(answer) || isRefused(answer)) return answer;
      if (Date.now() > end)
        throw new Failure('stuck', [`${message.gloss} is answered by ${JSON.stringify(answer)}`]);
      await pause(50);
    }
  }

  private async call<T>(message: Message): Promise<T> {
    const answer = await this.insist('library', message, HASTE);
    if (!answer?.ok) throw new Failure('stuck', [`${message.gloss}: ${JSON.stringify(answer)}`]);
    return answer.value as T;
  }

  /** The library past everything that pages keep in mind. */
  private async export(): Promise<Exported> {
    const head = await this.call<Exported['head']>({ gloss: 'export.head', ask: null });
    const papers: PaperDocument[] = [];
    for (let after: string | null = null; ; ) {
      const page: ExportLines = await this.call({ gloss: 'export.papers', ask: { after } });
      if (page.lines !== '')
        papers.push(...page.lines.split('\n').map((line) => JSON.parse(line) as PaperDocument));
      if (page.next === null) return { head, papers };
      after = page.next;
    }
  }

  /** Holds the library to what must be in it. */
  private async check(): Promise<Exported> {
    const exported = await this.export();
    this.counts.checks += 1;
    this.settle(exported);
    return exported;
  }

  private settle(exported: Exported): void {
    const view = exportView(exported);
    const text = JSON.stringify(view);
    const left = this.worlds.filter(({ library }) => JSON.stringify(modelView(library)) === text);
    const [first] = left;
    if (!first) {
      const nearest = this.worlds
        .map(({ library }) => differences(modelView(library), view))
        .toSorted((a, b) => a.length - b.length);
      throw new Failure('lost', nearest[0] ?? []);
    }
    // Of several that look the same it isn't known what an undo would take back.
    this.worlds = left.length === 1 ? left : [{ ...first, done: [], undone: [] }];
  }

  /** Takes into account what became of an act. */
  private heard(act: Act, sent: worlds.Sent, answer: Answer): void {
    this.counts.actions += 1;
    if (isDone(answer)) this.counts.acknowledged += 1;
    const after = this.worlds.flatMap((world) => worlds.act(world, act, sent) ?? []);
    if (isDone(answer) && after.length === 0)
      throw new Failure('lost', [`${act.do} was done that can't be: ${JSON.stringify(act)}`]);
    if (isRefused(answer) && after.length === this.worlds.length)
      throw new Failure('lost', [`refused: ${JSON.stringify(act)}: ${JSON.stringify(answer)}`]);
    if (isDone(answer)) this.worlds = after;
    else if (!isRefused(answer)) this.worlds = [...this.worlds, ...after];
  }

  /** What a place needs to know before it sends an act; `null` where it can't be told. */
  private async message(
    { place, act }: Placed,
    opId: string,
  ): Promise<{ place: Place; message: Message; text: string } | null> {
    if ('name' in act && act.do !== 'tag' && !this.hasTag(act.name)) return null;
    if (act.do === 'merge' && !this.hasTag(act.into)) return null;
    const from = isForPages(act) || !place.startsWith('tab') ? place : 'library';
    let note = { text: '', revision: '' };
    if (act.do === 'note') {
      const known = noteAnswer(await this.insist(from, noteQuestion(act.paper)));
      if (!known) return null;
      note = known;
    }
    const message = messageOf(act, opId, this.world.library, note);
    return { place: from, message, text: this.textAfter(act, note.text) };
  }

  /** A note as it must be after an act. In the trash it isn't shown: what is written then stands beside it. */
  private textAfter(act: Act, shown: string): string {
    if (act.do !== 'note') return '';
    const paper = this.world.library.papers[act.paper];
    return paper?.removed.value
      ? [...noteOf(paper), act.word].join(BETWEEN)
      : addWord(shown, act.word);
  }

  private async solo({ place, act }: Placed): Promise<void> {
    const opId = this.opId();
    const sent = await this.message({ place, act }, opId);
    if (!sent) return;
    const answer = await this.insist(sent.place, sent.message);
    this.heard(act, { opId, isOrdered: true, text: sent.text }, answer);
  }

  private async takeBack(step: Extract<Step, { do: 'undo' | 'redo' }>): Promise<void> {
    const { world } = this;
    if (this.worlds.length > 1) return;
    if (step.do === 'redo') {
      // Undone one after the other, edits of one note are one step: which, depends on the time between them.
      if (world.undone.length !== 1) return;
      const opId = await this.tookBack(step.place, 'redo', {});
      this.worlds = [worlds.redo(world, opId)];
      return;
    }
    const done = world.done.at(-1 - (step.back % Math.max(1, world.done.length)));
    if (!done || !worlds.isClear(world, done)) return;
    const isNote = done.changes.some(({ path }) => path.endsWith('|note'));
    const isNewest = done === world.done.at(-1) && done.isOrdered;
    await this.tookBack(step.place, 'undo', isNote || !isNewest ? { step: done.opId } : {});
    this.worlds = [worlds.undo(world, done.opId)];
  }

  /** Undoes or does again, and gives the name that this goes by. */
  private async tookBack(place: Place, gloss: string, named: object): Promise<string> {
    const opId = this.opId();
    const answer = await this.insist(place, { gloss, ask: { opId, ...named } });
    this.counts.actions += 1;
    if (!answer?.ok || answer.value === null)
      throw new Failure('lost', [`${gloss} is answered by ${JSON.stringify(answer)}`]);
    this.counts.acknowledged += 1;
    return opId;
  }

  private async together({
    acts,
    end,
    after,
    insists,
  }: Extract<Step, { do: 'together' }>): Promise<void> {
    const sent = [];
    for (const { place, act } of acts) {
      // Which of two acts makes a tag isn't known: that is not told by what is there afterwards.
      if (act.do === 'tag' && !this.hasTag(act.name)) continue;
      const opId = this.opId();
      const message = await this.message({ place, act }, opId);
      if (message) sent.push({ act, opId, ...message });
    }
    const again = insists && end !== 'browser';
    const answers = sent.map((one) =>
      again
        ? this.insist(one.place, one.message, end === 'nothing' ? PATIENCE : HASTE)
        : (this.machine.ask(
            one.place,
            one.message,
            end === 'nothing' ? PATIENCE : HASTE,
          ) as Promise<Answer>),
    );
    if (end !== 'nothing') await pause(after);
    if (end === 'worker') await this.machine.killWorker();
    if (end === 'browser') {
      const killed = this.sigkill();
      await Promise.all([killed, ...answers]);
    }
    for (const [index, { act, opId, text }] of sent.entries())
      this.heard(act, { opId, isOrdered: false, text }, (await answers[index]) ?? null);
    if (!again) await this.check();
  }

  private hasTag(name: string): boolean {
    return Object.values(this.world.library.tags).some(
      (tag) => tag.name.value === name && !tag.removed.value,
    );
  }

  private async sigkill(): Promise<void> {
    this.counts.sigkills += 1;
    await this.machine.sigkill();
    await this.machine.restart();
  }

  private async keep(): Promise<void> {
    const exported = await this.check();
    this.files.push({ exported, library: this.world.library, at: this.world.at });
  }

  private async backUp(): Promise<void> {
    const list = (): Promise<Backup[]> => this.call({ gloss: 'backup.list', ask: null });
    await this.check();
    const known = new Set((await list()).map(({ id }) => id));
    await this.call({ gloss: 'backup.now', ask: null });
    for (const { id } of await list()) if (!known.has(id)) this.backups.set(id, this.world.library);
  }

  private async full(acts: Placed[]): Promise<void> {
    this.counts.fullDisks += 1;
    const sent = [];
    for (const placed of acts) {
      if (placed.act.do === 'tag' && !this.hasTag(placed.act.name)) continue;
      const opId = this.opId();
      const message = await this.message(placed, opId);
      if (message) sent.push({ act: placed.act, opId, ...message });
    }
    this.machine.fillDisk();
    for (const { act, opId, text, place, message } of sent) {
      const answer = (await this.machine.ask(place, message, HASTE)) as Answer;
      this.heard(act, { opId, isOrdered: false, text }, answer);
    }
    this.machine.freeDisk();
    await this.check();
  }

  /** Stops workers at some times while something runs, each so many milliseconds after the one before. */
  private async killing<T>(times: readonly number[], work: () => Promise<T>): Promise<T> {
    const running = work();
    for (const time of times) {
      await Promise.race([pause(time), running.catch(() => undefined)]);
      await this.machine.killWorker();
    }
    return running;
  }

  private async importFile({ file, edits, kills }: Extract<Step, { do: 'import' }>): Promise<void> {
    const kept = this.files[file % Math.max(1, this.files.length)];
    if (!kept) return;
    this.counts.imports += 1;
    const opId = this.opId();
    const { exported, library } = editedElsewhere(kept, edits, this.count);
    const items = [
      ...exported.head.tags.map((value, index) => ({
        kind: 'tag',
        place: `tags[${index}]`,
        value,
      })),
      ...exported.papers.map((value, index) => ({
        kind: 'paper',
        place: `papers[${index}]`,
        value,
      })),
    ];
    const stage = { id: opId, page: 0, items: JSON.stringify(items) };
    await this.killing(kills, async () => {
      await this.call({ gloss: 'import.begin', ask: { id: opId } });
      for (;;) {
        const staged = await this.insist('library', { gloss: 'import.stage', ask: stage });
        if (!staged?.ok) throw new Failure('lost', [`import: ${JSON.stringify(staged)}`]);
        const apply = { gloss: 'import.apply', ask: { id: opId, opId } };
        let answer = await this.insist('library', apply);
        while (answer?.ok && answer.value === null) answer = await this.insist('library', apply);
        // A worker that was stopped midway may have let go of what was staged.
        if (answer?.ok) return;
      }
    });
    this.counts.acknowledged += 1;
    const { world } = this;
    this.worlds = [worlds.become(world, mergeLibraries(world.library, library))];
    await this.check();
  }

  private async restore({ backup, mode, kills }: Extract<Step, { do: 'restore' }>): Promise<void> {
    const listed = (await this.call<Backup[]>({ gloss: 'backup.list', ask: null })).filter(
      ({ id }) => this.backups.has(id),
    );
    const id = listed[backup % Math.max(1, listed.length)]?.id ?? '';
    const old = this.backups.get(id);
    if (!old) return;
    this.counts.restores += 1;
    const message = { gloss: 'backup.restore', ask: { opId: this.opId(), id, mode } };
    await this.killing(kills, async () => {
      while ((await this.call(message)) === null);
    });
    this.counts.acknowledged += 1;
    const { world } = this;
    const library = mode === 'replace' ? old : bringBack(world.library, old, world.at + 1);
    this.worlds = [worlds.become(world, library)];
    await this.check();
  }

  /** Whether the library ended: nothing can be done to it any more. */
  get isOver(): boolean {
    return this.isGone;
  }

  private async damage({ how }: Extract<Step, { do: 'damage' }>): Promise<void> {
    this.counts.damages += 1;
    this.isGone = true;
    await this.machine.quit();
    this.machine.damage(how);
    await this.machine.restart();
    let exported: Exported;
    try {
      exported = await this.export();
    } catch (error) {
      if (error instanceof Failure) return;
      throw error;
    }
    try {
      this.settle(exported);
    } catch {
      const count = exported.papers.length;
      throw new Failure('silent', [`${how}: ${count} papers of ${this.papers} and no word`]);
    }
  }

  private get papers(): number {
    return Object.keys(this.world.library.papers).length;
  }
}
