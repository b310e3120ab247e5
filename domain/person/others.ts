/** The last entry of a list that leaves authors out; no author has this name. */
export const OTHERS = 'et al.';

const NUMBER = 'two|three|four|five|six|seven|eight|nine|ten|several|many';
/** `7 others`, `five others`, `+6 authors`, `3 more authors`. */
const COUNT = String.raw`\+?\s?(?:\d+|${NUMBER})\s(?:more|others?|(?:(?:other|more|additional)\s)?(?:co-?)?authors?)`;
const ELLIPSIS = String.raw`(?:…|\.\s?\.\s?\.|\[(?:…|\.\.\.)\])`;
/** In small letters: `Smith, U. A.` is a person. */
const WORDS = [
  String.raw`(?:and|&|y|e|et|und|и)\s(?:others|otr[oa]s|outr[oa]s|autres|andere|другие)`,
  String.raw`[Ee]t\.?\s?[Aa]l(?:ii|iae)?|ET\.?\s?AL|u\.\s?a|и\sдр|외(?:\s\d+명)?`,
].join('|');
const COUNTED = String.raw`(?:${ELLIPSIS}\s?)?[[(]?(?:(?:and|&|plus)\s)?${COUNT}[\])]?`;

const ALL = new RegExp(
  String.raw`^(?:(?:and\s)?[Oo]thers|${WORDS}|等|ほか|他|${COUNTED}|${ELLIPSIS})\.?$`,
  'u',
);
const END = new RegExp(
  String.raw`[,;]?\s?(?:(?<!\p{L})(?:${WORDS}|${COUNTED})|等|ほか|(?<=[\s,、，])他|${ELLIPSIS})\s?\.?\s?$`,
  'u',
);
const BETWEEN = new RegExp(
  String.raw`[,;]\s?(?:(?:${COUNTED}|${ELLIPSIS})\s?[,;]|${ELLIPSIS}\s?(?=\p{Lu}))`,
  'u',
);
/** No mark is longer: whatever a line says before its end is not looked at. */
const LONGEST = 60;

/** How lists say that there are more: `others`, `et al.`, `and 7 more`, `…`. */
export const isOthers = (name: string): boolean =>
  name.length < LONGEST && ALL.test(name.trim().replace(/\s+/g, ' '));

/** White space as one sign each, so that no pattern looks at a long run of it again and again. */
export const narrow = (line: string): string =>
  line.replace(/\s+/g, (run) => (/\n/.test(run) ? '\n' : ' '));

/** A line of names without the words at its end that say there are more (`et al.`). */
export function withoutMore(line: string): string {
  const text = narrow(line);
  const at = Math.max(0, text.length - LONGEST);
  return text.slice(0, at) + text.slice(at).replace(END, '');
}

/** Whether a line of names says that there are more: at its end, or between the first names and the last. */
export const hasMoreNames = (line: string): boolean =>
  END.test(narrow(line).slice(-LONGEST)) || BETWEEN.test(line);
