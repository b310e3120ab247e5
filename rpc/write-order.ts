import type { Result } from '@/domain/result';
import type { Answers, Message } from './message';

/** A write on its way. */
export interface PendingWrite {
  /** Sends it, once; the answer may come with a later write that took this one along. */
  send: () => Promise<Result<unknown> | undefined>;
  /** It was answered, or given up. */
  end: () => void;
}

/** Writes that a later one takes along at most. */
const MOST_ALONG = 50;

/** Whether a call changes what is stored: those carry the key that makes doing them twice doing them once. */
export const isWrite = (ask: unknown): ask is { opId: unknown } =>
  typeof ask === 'object' && ask !== null && 'opId' in ask;

/**
 * Keeps a page's writes in the order they were asked for. A message that is lost with its worker is sent again some
 * seconds later, and would come after what the person did meanwhile: an undo would take back the wrong step. So each
 * write takes along those before it that have no answer yet, and its answer is theirs too.
 */
export function createWriteOrder(
  post: (message: Message) => Promise<Answers | Result<unknown> | undefined>,
): (message: Message) => PendingWrite {
  interface Pending {
    message: Message;
    answer: (answer: Result<unknown>) => void;
  }
  const pending = new Set<Pending>();

  const sendAfter = async (own: Pending): Promise<Result<unknown> | undefined> => {
    const all = [...pending];
    const before = all.slice(0, all.indexOf(own)).slice(-MOST_ALONG);
    const after = before.map(({ message }) => message);
    const back = await post(after.length > 0 ? { ...own.message, after } : own.message);
    if (!back || !('own' in back)) return back;
    for (const [at, write] of before.entries()) {
      const answer = back.after[at];
      if (answer) write.answer(answer);
    }
    return back.own;
  };

  return (message) => {
    let answer: Pending['answer'] = () => undefined;
    let isAnswered = false;
    const answered = new Promise<Result<unknown>>((resolve) => {
      answer = (result) => {
        isAnswered = true;
        resolve(result);
      };
    });
    const own: Pending = { message, answer };
    pending.add(own);
    return {
      send: () => (isAnswered ? answered : Promise.race([answered, sendAfter(own)])),
      end: () => void pending.delete(own),
    };
  };
}
