import { scriptOf } from '@/domain/text/languages';
import type { Field } from './paper';

/**
 * Where a title or an abstract is from, from the best source to the worst: an adapter that knows the page (a list, or
 * the paper's own page); a file that keeps papers in fields; a page whose entries were found by detection; the title of
 * a page that a link goes to; what a page's translator has put in the place of the text.
 */
export const TEXT_SOURCES = ['site', 'file', 'digest', 'link', 'translated'] as const;
export type TextSource = (typeof TEXT_SOURCES)[number];

/** Of each text; missing in records of versions that did not know it. */
export type TextSources = Partial<Record<Field, TextSource | undefined>>;

/** Records without a source may be from any: they give way to what is certain, and not to the title of a page. */
const UNKNOWN: TextSource = 'digest';

const rankOf = (source: TextSource | undefined): number => {
  const at = TEXT_SOURCES.indexOf(source ?? UNKNOWN);
  // A source that only a newer Gloss knows ranks as unknown.
  return at < 0 ? TEXT_SOURCES.indexOf(UNKNOWN) : at;
};

/** A text and where it is from. */
export interface SourcedText {
  text: string;
  source?: TextSource | undefined;
}

/** The order of two texts: some text before none, the better source, the fuller text, the alphabet. */
function compare(a: SourcedText, b: SourcedText): number {
  if ((a.text === '') !== (b.text === '')) return a.text === '' ? 1 : -1;
  const byRank = rankOf(a.source) - rankOf(b.source) || b.text.length - a.text.length;
  if (byRank !== 0) return byRank;
  if (a.text !== b.text) return a.text < b.text ? -1 : 1;
  return (a.source ?? '') < (b.source ?? '') ? -1 : 1;
}

/** The better of two texts, whatever is longer: commutative, associative, idempotent. */
export const betterText = (a: SourcedText, b: SourcedText): SourcedText =>
  compare(a, b) <= 0 ? a : b;

/**
 * Where a text is from that a page has for a kept one: of two from sources as good as each other, the one in another
 * script is a translation that nothing marks.
 */
export const sourceBeside = (kept: SourcedText, met: SourcedText): TextSource | undefined => {
  const [own, other] = [scriptOf(kept.text), scriptOf(met.text)];
  const isOther = own !== '' && other !== '' && own !== other;
  return isOther && rankOf(kept.source) === rankOf(met.source) ? 'translated' : met.source;
};
