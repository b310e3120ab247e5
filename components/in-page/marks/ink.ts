import type { ListedEntry } from '@/components/in-page/listed-entry';
import type { Scheme } from '@/components/in-page/layer/scheme';
import { type TextMap, textMap } from '@/components/in-page/highlight/text-map';
import type { WordFinder } from '@/domain/watch';
import type { Blocks } from './blocks';
import { rangeOf } from './placement';

const NAMES = ['gloss-soft', 'gloss-dark-soft', 'gloss-line', 'gloss-dark-line'] as const;

/** Draws on the page's own text (see `treatment.css`): lighter ink for some entries, a line under some words. */
export interface Ink {
  draw: (look: { dimmed: readonly ListedEntry[]; watched: readonly ListedEntry[] }) => void;
}

interface Options {
  blocks: Blocks;
  words: () => WordFinder;
  scheme: () => Scheme;
  signal: AbortSignal;
}

export function createInk({ blocks, words, scheme, signal }: Options): Ink {
  const drawn = new Set<string>();
  const clear = (): void => {
    for (const name of NAMES) if (drawn.delete(name)) CSS.highlights.delete(name);
  };
  const put = (name: (typeof NAMES)[number], ranges: readonly Range[]): void => {
    if (ranges.length === 0) return;
    CSS.highlights.set(name, new Highlight(...ranges));
    drawn.add(name);
  };
  const rangesOf = (item: ListedEntry): Range[] => {
    const own = blocks.of(item).map((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range;
    });
    if (own.length > 0) return own;
    const { titlePlace, abstractPlace } = item.entry;
    return [titlePlace, abstractPlace].flatMap((place) => rangeOf(place) ?? []);
  };
  const wordsIn = ({ entry }: ListedEntry): Range[] =>
    [entry.titlePlace, entry.abstractPlace].flatMap((place) => {
      const map: TextMap = textMap(place);
      return words()
        .find(map.text)
        .flatMap(({ start, end }) => map.ranges(start, end));
    });
  signal.addEventListener('abort', clear);
  return {
    draw: ({ dimmed, watched }) => {
      clear();
      if (dimmed.length + watched.length === 0) return;
      const isDark = scheme() === 'dark';
      const underlined = words().isEmpty ? [] : watched.flatMap(wordsIn);
      put(isDark ? 'gloss-dark-soft' : 'gloss-soft', dimmed.flatMap(rangesOf));
      put(isDark ? 'gloss-dark-line' : 'gloss-line', underlined);
    },
  };
}
