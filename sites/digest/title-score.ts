import { leadingNames } from './led-names';
import { namesIn } from './names';
import { between, pattern } from '@/domain/text/phrases';
import { hasVolume, isDate, isFeed, isLabel, isPointer, isTrade, startsWithDate } from './wording';
import { letterShare, wordCount } from './words';

const ID_TEXT =
  /^\W*(?:arxiv\s*:?\s*)?(?:\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+\/\d{7})\W*(?:\[.*\])?$|^\W*(?:https?:\/\/\S+|doi:?\s*\S+|10\.\d{4,}\/\S+|\S+@\S+\.\w+)\W*$/i;

/** The fate of a text and its date: `Submitted 30 November, 2025; …`. */
const HISTORY =
  /^\W*(?:submitted|published|posted|received|accepted|revised|updated|last (?:updated|modified)|first (?:published|online))\b[^:]*\b(?:19|20)\d\d\b/i;

/** Only what a venue's name is made of: `In Proceedings of …`, `CVPR, 2019 (Oral)`. */
const VENUE_ONLY = pattern(
  'iu',
  between(
    String.raw`^\W*(?:(?:19|20)\d\d\W+)?(?:in:?\s+|to appear in\s+)?`,
    String.raw`
    proceedings of, proc\., advances in, ieee, acm, journal of,
    international (?:conference|journal|symposium|workshop), conference on, transactions on, annual,
    workshop on, arxiv preprint, lecture notes,
    (?:the\s+)?(?:\d+(?:st|nd|rd|th)\s+|\p{Lu}[\p{L}-]*\s+){1,6}(?:conference|symposium|workshop|congress|colloquium)\s+on\b,
    (?:the\s+)?european conference, .{0,60}: proceedings of the, \p{Lu}{2,}[\w-]*\W*(?:19|20)\d\d,
    \p{Lu}{3,}\W*['’]\d\d
  `,
    String.raw`(?![\p{Ll}\p{Lu}])`,
  ),
);

/** Where people work or meet. */
const PLACE =
  /\b(?:university|universit(?:y|é|ät|à|at|eit)|universidad|institut(?:e|o|) of|college|department of|school of|laborator(?:y|ies)|campus|building|theatre|auditorium|ballroom|(?:lecture|conference|meeting) (?:room|hall))\b|大学$|研究所$/iu;

/** No paper's title says which proceedings it is in. */
const PROCEEDINGS = /\bproceedings of (?:the )?(?:\p{Lu}|\d)/iu;

/** Who edited the book that a paper is in: `in Ada Lovelace and Charles Babbage (eds.), …`. */
const EDITED = /\((?:co-?)?eds?\.?\)|\((?:hrsg|hg|éds?|dir)\.\)/iu;

/** Who wrote it or where, a comma, and the title in quotation marks: more than a title. */
const QUOTED_LAST = /^[^“”"„«]{1,60},\s*(?:“[^“].*”|„.*[“”]|«[^«»]*»)$/u;

/** How much a text looks like the title of a paper, 0 to 1, by its length and wording alone. */
export function titleScore(text: string): number {
  if (text.length < 3 || text.length > 400) return 0;
  if (isLabel(text) || isDate(text) || startsWithDate(text) || ID_TEXT.test(text) || isTrade(text))
    return 0;
  if (HISTORY.test(text) || EDITED.test(text) || isPointer(text)) return 0;
  const words = wordCount(text);
  if (words < 1 || words > 45) return 0;
  let score =
    words < 1.5
      ? /^\p{Lu}[\p{L}\d-]{3,}$/u.test(text)
        ? 0.15
        : 0
      : words < 3
        ? 0.35
        : words < 4
          ? 0.55
          : words <= 25
            ? 1
            : 0.6;
  const letters = letterShare(text);
  if (letters < 0.5) return 0;
  if (letters < 0.7) score *= 0.6;
  // Sentences: several of them, or one that speaks.
  if (/[.!?。]\s+\p{L}.*[.!?。]$/u.test(text)) score *= words > 14 ? 0.2 : 0.6;
  if (/[:,;]$/.test(text)) score *= 0.4;
  if (/^[\p{Ll}]/u.test(text) && words > 6 && /[.]$/.test(text)) score *= 0.4;
  if (/^\p{Ll}{3,}\s/u.test(text)) score *= 0.4;
  if ((VENUE_ONLY.test(text) && words < 16) || PROCEEDINGS.test(text) || hasVolume(text))
    score *= 0.25;
  if (words <= 12 && PLACE.test(text) && !text.includes(':')) score *= 0.3;
  if (isFeed(text)) score *= 0.3;
  if (score > 0.2 && isNames(text)) score *= 0.1;
  if (beginsWithNames(text) || QUOTED_LAST.test(text)) score *= 0.5;
  return score;
}

/** Whether names come before the title, in a line that nothing else parts: `Ada Lovelace. Engines and Their Notes`. */
const beginsWithNames = (text: string): boolean =>
  /^\p{Lu}[^.:]{2,60}\p{Ll}\. \p{Lu}/u.test(text) && leadingNames(text) !== undefined;

const isNames = (text: string): boolean => {
  const names = namesIn(text);
  return (
    names !== undefined &&
    (names.length > 1 || wordCount(text.replace(/\([^()]*\)|\[[^[\]]*\]/g, '')) <= 4)
  );
};
