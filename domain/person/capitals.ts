/** A word in capitals, as some lists write family names: `GARCÍA`, `O'BRIEN`, `McDONALD`, `KIM-LEE`. */
const CAPITAL = /^(?:Mac|Mc|[DLO]['’])?\p{Lu}{2,}(?:[-'’]\p{Lu}+)*$/u;
/** A given name, and what may follow one: an initial. */
const SMALL = /\p{Ll}/u;
const INITIAL = /^\p{Lu}\.?$/u;
/** Capitals that read like a word: `DOE`, `ITO`, `LI`, `CHEN`, `YANG`; not `AJR`. */
const WORD = /^(?:[CSZTKP]H|[A-Z])??[AEIOUY]{1,2}(?:N[GH]|[A-Z])?[AEIOUY]?$/;

/** Family names of three letters that read like initials, the most frequent of East Asia and of the West. */
const SHORT = new Set(
  `ABE BAI BAO BOY BUI CAI CAO CHA CHE CHI CHO CHU COX CUI DAI DAS DAY DOE DUA FAN FEI FOX GAN GAO GAY GUO HAN HAO HAY
  HOU HUA HUI ITO JIA JIN KAO KAY KHO KIM KOH KUO LAI LAM LAU LAW LEE LEI LIM LIN LIU LOW LUO MAI MAO MAY NAM NGO ODA
  PAK PAN QIN QIU RAO RAY ROY SEN SHA SHI SHU SIM SOH SON SUH SUN TAI TAM TAN TAO TSE WAN WEI WEN WOO XIA XIE XUE YAM
  YAN YAO YEE YEH YIN YIP YOO YOU YIU ZHU ZOU ZUO`.split(/\s+/),
);

/** Whether capitals are a family name though they look like initials. */
export const isShortFamily = (word: string): boolean => SHORT.has(word);

/** Whether capitals may be a word rather than initials. */
export const isWordLike = (capitals: string): boolean => WORD.test(capitals);

/** Whether all words of a name are in capitals. */
export const areCapitals = (words: readonly string[]): boolean =>
  words.length > 0 && words.every((word) => CAPITAL.test(word));

/** How many words in capitals a name begins with before a given name: 1 of `ZHANG Wei`, 2 of `GARCÍA LÓPEZ Ana M.` */
export function countLeading(words: readonly string[]): number {
  const count = words.findIndex((word) => !CAPITAL.test(word));
  if (count <= 0) return 0;
  const [given = '', ...others] = words.slice(count);
  const isGiven = SMALL.test(given) && /^\p{Lu}/u.test(given);
  return isGiven && others.every((word) => SMALL.test(word) || INITIAL.test(word)) ? count : 0;
}

/**
 * Whether such words are a family name by themselves. Up to five letters may be the initials of a person with many
 * names: `ACJW Janssens`.
 */
export function isFamilyByItself(leading: readonly string[]): boolean {
  const letters = leading.join('');
  if (/[^A-Z]/.test(letters)) return letters.length > 3;
  if (letters.length < 4) return isShortFamily(letters);
  return letters.length === 4 ? isWordLike(letters) : /[AEIOUY]/.test(letters);
}
