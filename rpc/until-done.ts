import { ok, type Result } from '@/domain/result';

/** Asks until work is done that one message can't wait for (`null`); work that died with its worker begins again. */
export async function untilDone<T>(ask: () => Promise<Result<T | null>>): Promise<Result<T>> {
  for (;;) {
    const answer = await ask();
    if (!answer.ok) return answer;
    if (answer.value !== null) return ok(answer.value);
  }
}
