import type { PaperDocument } from '@/domain/export/schema';
import type { ExportLines } from '@/domain/library';
import type { Result } from '@/domain/result';
import { Failure } from './failure';
import type { Message, Place, Rig } from './rig';
import type { Exported } from './view';

export type Answer = Result<unknown> | null;

/** How long an answer may take on a busy machine, milliseconds. */
export const PATIENCE = 20_000;
/** How long one may take whose worker or disk was taken away. */
export const HASTE = 2_500;
/** How long a message may take that waited for a worker, milliseconds. */
const QUIET = 400;
/** How long the library may be out of order after a fault, milliseconds. */
const RECOVERY = 60_000;

export const pause = (time: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, time);
  });

export const isDone = (answer: Answer): boolean => answer?.ok === true;

/** A refusal is an answer: nothing was done, and asking again would not help. */
export const isRefused = (answer: Answer): boolean =>
  answer?.ok === false && ['invalid', 'missing'].includes(answer.error.reason);

/** Asks as the product's own pages do: until there is an answer. */
export class Talk {
  constructor(private readonly rig: Rig) {}

  /** Sends a message once. */
  async once(place: Place, message: Message, patience: number): Promise<Answer> {
    return (await this.rig.ask(place, message, patience)) as Answer;
  }

  /** Sends a message until something is answered that asking again would not change. */
  async insist(place: Place, message: Message, patience = PATIENCE): Promise<Answer> {
    const end = Date.now() + RECOVERY;
    for (;;) {
      const answer = await this.once(place, message, patience);
      if (isDone(answer) || isRefused(answer)) return answer;
      if (Date.now() > end)
        throw new Failure('stuck', [`${message.gloss} is answered by ${JSON.stringify(answer)}`]);
      await pause(50);
    }
  }

  /** Waits until what was sent and not answered is done, or will never be: the browser hands it to the next worker. */
  async quiet(): Promise<void> {
    await this.call('library.condition', null);
    await pause(QUIET);
  }

  /** The value of what must be answered. */
  async call<T>(gloss: string, ask: unknown): Promise<T> {
    const answer = await this.insist('library', { gloss, ask }, HASTE);
    if (!answer?.ok) throw new Failure('stuck', [`${gloss}: ${JSON.stringify(answer)}`]);
    return answer.value as T;
  }

  /** The library past everything that pages keep in mind. */
  async export(): Promise<Exported> {
    const head: Exported['head'] = { tags: [], shared: [] };
    for (let after: string | null = ''; after !== null; ) {
      const page: Exported['head'] & { next: string | null } = await this.call('export.head', {
        after,
      });
      head.tags.push(...page.tags);
      head.shared.push(...page.shared);
      after = page.next;
    }
    const papers: PaperDocument[] = [];
    for (let after: string | null = null; ; ) {
      const page: ExportLines = await this.call('export.papers', { after });
      if (page.lines !== '')
        papers.push(...page.lines.split('\n').map((line) => JSON.parse(line) as PaperDocument));
      if (page.next === null) return { head, papers };
      after = page.next;
    }
  }
}
