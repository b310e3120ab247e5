/**
 * Invisible characters whose removal changes no word: soft hyphens, zero-width spaces, byte order marks,
 * marks and overrides of direction, invisible operators. Joiners (U+200C, U+200D) stay: they change what is seen.
 */
const UNSEEN =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g;
/** Any character that tidying may touch. */
// oxlint-disable-next-line no-control-regex
const DOUBTFUL = /[^\x20-\x7e]| {2}|^ | $/;

/** A line of text as it is kept: composed (NFC), white space as single spaces, no invisible characters. */
export function tidy(text: string): string {
  if (!DOUBTFUL.test(text)) return text;
  return text
    .replace(UNSEEN, '')
    .replace(CONTROL, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC');
}

/** Text of several lines that somebody wrote, as a note is: only signs that no keyboard has are taken out. */
export const tidyLines = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(CONTROL, '');
