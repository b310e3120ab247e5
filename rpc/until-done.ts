import { ok, type Result } from '@/domain/result';

/** Asks until work is done that one message can't wait for (`null`); after a worker that was stopped it begins anew. */
export async function untilDone<T>(ask: () => Promise<Result<T | null>>): Promise<Result<T>> {
  for (;;) {
    const answer = await ask();
    if (!answer.ok) return answer;
    if (answer.value !== null) return ok(answer.value);
  }
}
