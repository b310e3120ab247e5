import type { Backup } from '@/domain/backup';
import { Failure } from './failure';
import { editedElsewhere, type KeptFile } from './foreign';
import type { Held } from './held';
import type { Library } from './library';
import { bringBack, mergeLibraries } from './merge';
import type { Rig } from './rig';
import type { Step } from './steps';
import { pause, type Talk } from './talk';
import type { Exported } from './view';

/** Files and backups that were kept, and their way back into the library. */
export class Keeping {
  private readonly files: KeptFile[] = [];
  private readonly backups = new Map<string, Library>();
  private imports = 0;

  constructor(
    private readonly rig: Rig,
    private readonly talk: Talk,
    private readonly held: Held,
  ) {}

  keep(exported: Exported): void {
    this.files.push({ exported, library: this.held.world.library, at: this.held.world.at });
  }

  /** Has a backup made of the library, which is known for certain. */
  async backUp(): Promise<void> {
    const list = (): Promise<Backup[]> => this.talk.call('backup.list', null);
    const known = new Set((await list()).map(({ id }) => id));
    await this.talk.call('backup.now', null);
    for (const { id } of await list())
      if (!known.has(id)) this.backups.set(id, this.held.world.library);
  }

  /** Imports a file that was kept; `false` where there is none. */
  async import(
    { file, edits, kills }: Extract<Step, { do: 'import' }>,
    opId: string,
  ): Promise<boolean> {
    const kept = this.files[file % Math.max(1, this.files.length)];
    if (!kept) return false;
    const { exported, library } = editedElsewhere(kept, edits, (this.imports += 1));
    await this.killing(kills, () => this.putIn(itemsOf(exported), opId));
    this.held.replace(mergeLibraries(this.held.world.library, library));
    return true;
  }

  private async putIn(items: string, opId: string): Promise<void> {
    await this.talk.call('import.begin', { id: opId });
    const apply = { gloss: 'import.apply', ask: { id: opId, opId } };
    for (;;) {
      const page = { gloss: 'import.stage', ask: { id: opId, page: 0, items } };
      const staged = await this.talk.insist('library', page);
      if (!staged?.ok) throw new Failure('lost', [`import: ${JSON.stringify(staged)}`]);
      let answer = await this.talk.insist('library', apply);
      while (answer?.ok && answer.value === null) answer = await this.talk.insist('library', apply);
      // A worker that was stopped midway may have let go of what was staged.
      if (answer?.ok) return;
    }
  }

  /** Restores a backup; `false` where there is none. */
  async restore(
    { backup, mode, kills }: Extract<Step, { do: 'restore' }>,
    opId: string,
  ): Promise<boolean> {
    const listed = await this.talk.call<Backup[]>('backup.list', null);
    const known = listed.filter(({ id }) => this.backups.has(id));
    const id = known[backup % Math.max(1, known.length)]?.id ?? '';
    const old = this.backups.get(id);
    if (!old) return false;
    await this.killing(kills, async () => {
      while ((await this.talk.call('backup.restore', { opId, id, mode })) === null);
    });
    const { library, at } = this.held.world;
    this.held.replace(mode === 'replace' ? old : bringBack(library, old, at + 1));
    return true;
  }

  /** Stops workers while something runs, each so many milliseconds after the one before. */
  private async killing<T>(times: readonly number[], work: () => Promise<T>): Promise<T> {
    const running = work();
    for (const time of times) {
      await Promise.race([pause(time), running.catch(() => undefined)]);
      await this.rig.killWorker();
    }
    return running;
  }
}

/** An export as items of an import. */
const itemsOf = ({ head, papers }: Exported): string =>
  JSON.stringify([
    ...head.tags.map((value, index) => ({ kind: 'tag', place: `tags[${index}]`, value })),
    ...papers.map((value, index) => ({ kind: 'paper', place: `papers[${index}]`, value })),
  ]);
