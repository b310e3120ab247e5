import type { Result } from '@/domain/result';
import { ok } from '@/domain/result';

/** Everything that a paged call has, page after page; the first failure where one fails. */
export async function allPages<T>(
  ask: (after: string | null) => Promise<Result<{ papers: T[]; next: string | null }>>,
): Promise<Result<T[]>> {
  const all: T[] = [];
  let after: string | null = null;
  do {
    const answer: Result<{ papers: T[]; next: string | null }> = await ask(after);
    if (!answer.ok) return answer;
    all.push(...answer.value.papers);
    after = answer.value.next;
  } while (after !== null);
  return ok(all);
}
