import type { FactReader } from './facts';
import type { Block } from './model';

const HEADING =
  /^\W*(?:\d+\.?\s*)?(?:references|notes and references|bibliography|works cited|literature cited|footnotes|end ?notes|citations?|literatur(?:verzeichnis)?|quellen|einzelnachweise|références|referencias|referências|bibliografía|bibliografia|riferimenti|литература|примечания|参考文献|参考资料|참고 ?문헌|المراجع)\W*(?:\[.*\])?$/iu;

/** Running text from which on a page is an article that refers to papers, rather than a list under that name: words. */
const ARTICLE = 400;

/**
 * The blocks in which an article lists what it refers to: from a heading of that name to the next as high.
 * A page without much text before it is a list that happens to be called so.
 */
export function referencesIn(blocks: readonly Block[], facts: FactReader): Set<Block> {
  const found = new Set<Block>();
  let prose = 0;
  let level = 0;
  for (const block of blocks) {
    const { words, isParagraph, text } = facts.of(block);
    if (level > 0 && block.heading > 0 && block.heading <= level) level = 0;
    if (level > 0) found.add(block);
    else if (isParagraph) prose += words;
    if (prose > ARTICLE && words <= 5 && text.length < 40 && HEADING.test(text))
      level = block.heading || 6;
  }
  return found;
}
