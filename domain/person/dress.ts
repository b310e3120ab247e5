import { between, pattern } from '@/domain/text/phrases';

/** Degrees and memberships that no initials look like. */
const DEGREE = String.raw`(?:ph\.?\s?d|d\.?phil|m\.?sc|b\.?sc|dr\.?ph|pharm\.?d|psy\.?d|ed\.?d|dipl\.?-?ing|mbbs|mbchb|mph|mba|dvm|frcp|frcs|facs|facp|fesc|faha)\.?`;
/** `MD` after a comma may be initials too, unless a whole name stands before it. */
const DOCTOR = /^m\.?\s?d\.?$/i;
const IS_DEGREE = new RegExp(String.raw`^${DEGREE}$`, 'i');
const AFTER = new RegExp(String.raw`(?:[\s,]+${DEGREE})+$`, 'i');

/** How a person is addressed before a name. */
const ADDRESS = pattern(
  'i',
  String.raw`^(?:(?:prof|professor|dr|mr|mrs|ms|sir|dame|herr|frau|priv\.-doz)\.?\s+)+(?=\S+\s)`,
);

/** Who speaks for a group. */
const SPEAKER = pattern('i', between('^(?:and\\s+)?', 'on behalf of, for', '\\s+(?:the\\s+)?'));

/** Signs, numbers and letters of footnotes at the end. */
const FOOTNOTE = /(?:[\s,]*[*†‡§¶#✉\d⁰¹²³⁴-⁹ᵃ-ᵛ])+$/u;
/** `(1)`, `(1,2)`, `[3]`: numbers of affiliations. */
const NUMBERS = /\s*[([]\d+(?:\s*(?:,|and|&)\s*\d+)*[)\]]/g;
/** Brackets after a name: it in other letters, a short form, an affiliation. */
const ALIAS = /(?<=\p{L}\p{L}.*\s)(?:\([^()]*\)|\[[^[\]]*\])$/u;

/** Whether a piece between commas is a degree. `isAfterName`: the pieces before it are a name already. */
export const isDegree = (
  piece: string,
  before: string | undefined,
  isAfterName: boolean,
): boolean =>
  IS_DEGREE.test(piece) ||
  (DOCTOR.test(piece) && (isAfterName || /^\p{Lu}\S*\s.*\p{Ll}/u.test(before ?? '')));

/** A line of names without the numbers of their affiliations in brackets. */
export const withoutNumbers = (line: string): string => line.replace(NUMBERS, '');

/** The name of a group without who speaks for it. */
export const spokenFor = (name: string): string => name.replace(SPEAKER, '');

/** A name without brackets at its end. */
export const withoutAlias = (name: string): string => name.replace(ALIAS, '').trim();

/** A name without what is written around it: titles, degrees, footnotes, a second name in brackets. */
export const undressed = (name: string): string =>
  withoutAlias(withoutNumbers(name).replace(FOOTNOTE, '').replace(AFTER, '').replace(ADDRESS, ''));
