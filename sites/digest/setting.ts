import type { Setting } from './evidence';
import type { FactReader } from './facts';
import type { Block } from './model';
import { isAnnouncement, isAside, isCall, isChaired } from './wording';

/** Whether a heading, or a line that looks like one, says that papers follow. */
const announces = (block: Block, facts: FactReader): boolean =>
  (block.heading > 0 || block.runs.every(({ style }) => style === 'b')) &&
  facts.of(block).words <= 8 &&
  isAnnouncement(facts.of(block).text);

/** Lines that name a chair from which on a page is the programme of a conference. */
const CHAIRS = 3;

/** What a page says of itself: by its title, its headings, and who chairs its sessions. */
export function settingOf(blocks: readonly Block[], facts: FactReader, title: string): Setting {
  const heads = blocks.filter(({ heading }) => heading === 1).map((block) => facts.of(block).text);
  const chaired = blocks.filter((block) => isChaired(block.raw.slice(0, 300))).length;
  return {
    words: blocks.reduce((sum, block) => sum + facts.of(block).words, 0),
    announced: isAnnouncement(title) || blocks.some((block) => announces(block, facts)),
    dedicated: [title, ...heads].some(isAnnouncement) || chaired >= CHAIRS,
    calls: [title, ...heads].some(isCall),
    asides: asidesIn(blocks, facts),
  };
}

/** The blocks under headings of patents, prizes and the like, each up to the next heading as high. */
function asidesIn(blocks: readonly Block[], facts: FactReader): Set<number> {
  const found = new Set<number>();
  let level = 0;
  for (const block of blocks) {
    const { heading, index } = block;
    if (heading > 0 && (level === 0 || heading <= level))
      level = isAside(facts.of(block).text) ? heading : 0;
    else if (level > 0) found.add(index);
  }
  return found;
}
