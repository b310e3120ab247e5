import type { MarkdownNode } from '@/domain/markdown';
import { fail, ok, type Result } from '@/domain/result';

/**
 * Reads a note's text as Markdown. The parser comes with the first preview, since most notes are never previewed; it
 * can't come any more once Gloss was updated under the page.
 */
export async function preview(text: string): Promise<Result<MarkdownNode[]>> {
  try {
    const { parseMarkdown } = await import('@/domain/markdown');
    return ok(parseMarkdown(text));
  } catch (error) {
    return fail('orphaned', `The reader of Markdown can't be loaded: ${String(error)}`);
  }
}
