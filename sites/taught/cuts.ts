import type { Cut } from '@/domain/taught';
import { titleSpanOfCitation } from '@/sites/digest/citation';
import type { Block } from '@/sites/digest/model';

/** What the title is in a line, as the first group. */
const PATTERNS: Record<Exclude<Cut, 'citation' | 'own'>, RegExp> = {
  quoted: /["“„«「『]\s*([^"“”„»」』]{3,}?)[\s,.]*["”“»」』]/u,
  sentence: /^\s*(.{3,}?[?!]|.{3,}?(?=\.))[.?!]*(?=\s)/u,
  bracket: /^\s*([^()[\]（）]{3,}?)\s*[([（]/u,
  dash: /^\s*(.{3,}?)\s+[-–—|]\s/u,
  'line-colon': /^\s*[^:]{1,40}:\s+(.{3,})$/u,
  colon: /^\s*(.{3,}?):\s/u,
};

/** The part of a block's stretch that a cut says is the title, as offsets of the block's raw text. */
export function cutOf(
  block: Block,
  { start, end }: { start: number; end: number },
  cut: Cut,
): { start: number; end: number } | undefined {
  if (cut === 'own') return { start, end };
  if (cut === 'citation') {
    const isWhole = start === 0 && end === block.raw.length;
    const line = isWhole ? block : { ...block, raw: block.raw.slice(start, end), runs: [] };
    const span = titleSpanOfCitation(line);
    return span && { start: start + span.start, end: start + span.end };
  }
  const text = block.raw.slice(start, end);
  const match = PATTERNS[cut].exec(text);
  if (!match?.[1]) return undefined;
  const from = start + match.index + match[0].indexOf(match[1]);
  return { start: from, end: from + match[1].length };
}
