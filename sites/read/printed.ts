import type { Entry } from '@/domain/entry';
import { collapse } from '@/domain/text';

/** Where a paper appeared, as a page states it. */
export type Printed = Pick<Entry, 'venue' | 'volume' | 'issue' | 'pages'>;

/** Volume, issue and pages of a citation: `136(4):495-525`, `PMLR 202:1-33`. */
export function volumeIn(citation: string): Printed {
  const [, volume, issue, pages] =
    /(?<![\d.-])(\d{1,4})\s*(?:\(([\w ./–-]{1,20})\))?\s*:\s*(\w{1,12}(?:\s*[–—−-]\s*\w{1,12})?)/u.exec(
      citation,
    ) ?? [];
  return volume === undefined ? {} : { volume, issue, pages };
}

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\b';
/** Words that a full stop only shortens, so that the name goes on after it. */
const SHORTENED =
  '(?:Proc|Phys|Rev|Lett|J|Int|Trans|Conf|Symp|Soc|Res|Eur|Astron|Astrophys|Math|Comput|Sci|Ann|Appl|Nucl|Chem|Mon|Not|R|Mech|Eng|Am|Nat|Adv|Roy|Acad|Natl|Ser|St)';

/** An announcement that a paper was accepted or published, up to the name of where. */
const ANNOUNCED = new RegExp(
  [
    /\b(?:accept(?:ed)?(?: and presented)?|(?:to be )?published(?! by)|to appear|presented(?! by))\b/,
    /(?: (?:for (?:publication|(?:an? )?(?:oral |poster |spotlight )?presentation)|to (?:be published|appear)|as (?:an? )?[\w -]{1,30}?))*/,
    / (?:in|to|at|on|by|@) (?:the )?(?:(?:upcoming |main )?proceedings of (?:the )?)?/,
  ]
    .map(({ source }) => source)
    .join(''),
  'gi',
);

/** The words between the beginning of a clause and an announcement, where it is of the paper itself: `This work was`. */
const OF_ITSELF =
  /^(?:(?:this|the|our|full|short|long|regular|conference|workshop|journal|main|final|camera.ready|paper|article|work|manuscript|letter|study|version|it|has|have|been|was|is|will|be|just|now|recently|to|\d+\+?|pages?|pp|figures?|figs?|tables?|oral|poster|spotlight)\b[\s.&+-]*)*$/i;

/** Words of a sentence that tells what may come, what did not, or what became of another work. */
const UNSURE =
  /\b(?:not|never|if|when|unless|once|until|pending|subject to|hope(?:fully)?|plan(?:ned)?|rejected|submi(?:t|ssion)\w*|under review|withdrawn|comment|response|reply|reproduction|companion|errat(?:um|a)|supplement\w*|(?:based|builds?) (?:up)?on|see also|cf|part|earlier|previous\w*|original(?:ly)?)\b/i;

const LANGUAGE =
  /^(?:Arabic|Chinese|Czech|Dutch|English|Finnish|French|German|Greek|Hungarian|Italian|Japanese|Korean|Persian|Polish|Portuguese|Romanian|Russian|Spanish|Swedish|Turkish|Ukrainian)$/;

/** Where a name ends: a sign that goes on to something else, a date, a full stop that ends a sentence. */
const END = new RegExp(
  `[;:([]|,(?! (?:[A-Z][a-z]+, )*(?:[A-Z][a-z]+,? )?and [A-Z])| (?:on|in|as|with)(?= (?:${MONTH}|\\d|an?\\b|m(?:in|aj)or\\b))| and (?=is\\b|was\\b|presented|published|available)|(?<!\\b${SHORTENED})\\.(?=\\s|$)(?!\\s[A-Z][a-z]{0,8}\\.)|\\. ?(?=\\d)`,
);

/** Text after a name that is no part of it: its year, a track, a preposition. */
const TAIL =
  /(?:[\s,'’-]*(?:(?:19|20)\d\d|(?<=['’ ])\d\d|\d{1,2}\/\d{1,2}\/\d{2,4})|\s+(?:on|in|of|for|and|is|as|the|this)|\s)+$/i;

/** Versions of papers that appeared elsewhere say where those did. */
const OTHER_VERSION =
  /\b(?:extended|extension|extends|longer|full|preliminary|earlier|previous|short(?:er)?)\b[\w ]{0,20}\b(?:version|extension|paper)?\s?of\b|\bextends\b/i;

/** A conference and its year without further words: `SIGMOD2026`, `ICML 2023 (oral)`. */
const ALONE =
  /(?:^|[,;.]\s?)((?:[A-Z]{4,}|NeurIPS|CoRL|ICLR|ACL|EMNLP|KDD|WWW|CHI|CCS|UAI)(?:-[A-Z]{3,})?)[ -]?(?:['’]\d\d|20\d\d)(?=\s*(?:$|[,;.(]|oral|poster|spotlight|main|camera|findings|workshop))/;

/** Where the authors of a preprint say that it was accepted or published; `undefined` where they say nothing of it. */
export function acceptedAt(comment: string): string | undefined {
  const text = collapse(comment);
  if (OTHER_VERSION.test(text)) return undefined;
  for (const found of text.matchAll(ANNOUNCED)) {
    const rest = text.slice(found.index + found[0].length);
    const end = END.exec(rest)?.index ?? rest.length;
    const name = nameOf(rest.slice(0, end));
    if (name !== undefined && isClear(text.slice(0, found.index), rest)) return name;
  }
  return UNSURE.test(text) ? undefined : ALONE.exec(text)?.[1];
}

/** Whether an announcement between two texts tells for certain that the paper itself appeared, or will. */
function isClear(before: string, rest: string): boolean {
  const sentence = before.split(/[.;]\s|[()[\]]/).at(-1) ?? '';
  const clause = sentence.split(/[,:]\s*/).at(-1) ?? '';
  const isConditional = /\b(?:if|once|unless|pending|subject to)\b/i.test(
    rest.split(/\.\s(?=[A-Z])|;/)[0] ?? '',
  );
  return !UNSURE.test(sentence) && !isConditional && OF_ITSELF.test(clause);
}

/** Longer names are sentences, characters. */
const LONGEST = 120;

function nameOf(text: string): string | undefined {
  const name = text.replace(TAIL, '').replace(/(?<=[A-Z])20\d\d$/, '');
  const isName = /^(?:[A-Z]|\d+(?:st|nd|rd|th) |npj |e[A-Z])/.test(name);
  const isDate = new RegExp(`^${MONTH}`).test(name);
  return isName && !isDate && !LANGUAGE.test(name) && name.length > 1 && name.length <= LONGEST
    ? name
    : undefined;
}

/** A reference as authors give it: `Phys. Rev. D 109, 123 (2024)`, `Universe 2023, 9, 2`. */
export function referenced(reference: string): Printed {
  const text = collapse(reference).replace(/^in:? /i, '');
  const venue = text
    .replace(/\s*[[(](?:19|20)\d\d[\])].*$/, '')

    .split(
      /[,;(](?! (?:[A-Z][a-z]+, )*(?:[A-Z][a-z]+,? )?and [A-Z])|:(?=\s*\d)|\b(?:vol|no|pp)\b/,
    )[0]
    ?.replace(/(?:\s+[A-Z]?\d[\d.-]*)+\s*$/, '')
    .trim();
  const pages = /(?<![\d.-])(\d+)\s*[–—-]{1,2}\s*(\d+)(?![\d.-])/u.exec(text)?.[0];
  return { ...(venue ? { venue } : {}), ...(pages ? { pages } : {}), ...volumeIn(text) };
}
