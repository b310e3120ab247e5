import type { FactReader } from './facts';
import type { Block, Frame } from './model';
import { between, pattern } from '@/domain/text/phrases';
import { isAnnouncement } from './wording';

const HEADING = pattern(
  'iu',
  between(
    String.raw`^\W*(?:\d+\.?\s*)?`,
    `
    references, notes and references, bibliography, works cited, literature cited, footnotes, end ?notes,
    citations?, literatur(?:verzeichnis)?, quellen, einzelnachweise, références, referencias, referências,
    bibliografía, bibliografia, riferimenti, литература, примечания, 参考文献, 参考资料, 참고 ?문헌, المراجع
  `,
    String.raw`\W*(?:\[.*\])?$`,
  ),
);

/** A box whose class says that it holds references: an article's, or a person's own papers. */
const BOX = /(?:^|\s)(?:references|ref-list|citation-list|ltx_bibliography)(?:\s|$)/i;
const ROLE = 'doc-bibliography';

/** Running text from which on a page is an article that refers to papers, rather than a list under that name: words. */
const ARTICLE = 400;
/** The same where markup says so too. */
const MARKED = 150;

/**
 * The blocks in which an article lists what it refers to: from a heading of that name to the next as high, and
 * boxes of that class unless they are under a heading of another kind (`Publications`). A page without much text
 * before it is a list that happens to be called so.
 */
export function referencesIn(blocks: readonly Block[], facts: FactReader): Set<Block> {
  const found = new Set<Block>();
  const boxes = new Map<Frame, boolean>();
  let prose = 0;
  let level = 0;
  let isAnnounced = false;
  for (const block of blocks) {
    const { words, isParagraph, text } = facts.of(block);
    if (level > 0 && block.heading > 0 && block.heading <= level) level = 0;
    if (block.heading > 0) isAnnounced = isAnnouncement(text);
    const isBoxed = isWithin(block.frame, boxes);
    if (level > 0 || (isBoxed && prose > (isAnnounced ? ARTICLE : MARKED))) found.add(block);
    // A long list in a box of that name is no article before itself.
    else if (isParagraph && !isBoxed) prose += words;
    if (prose > ARTICLE && words <= 5 && text.length < 40 && HEADING.test(text))
      level = block.heading || 6;
  }
  return found;
}

/** Levels up to a box of references: a list and its items. */
const CLIMB = 6;

function isWithin(from: Frame, known: Map<Frame, boolean>): boolean {
  const told = known.get(from);
  if (told !== undefined) return told;
  let is = false;
  let frame: Frame | null = from;
  for (let step = 0; frame && step < CLIMB && !is; step += 1, frame = frame.parent)
    is =
      frame.element?.getAttribute('role') === ROLE ||
      BOX.test(frame.element?.getAttribute('class') ?? '');
  known.set(from, is);
  return is;
}
