const DIGITS = '0123456789+-=()n';
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ';

/** Text in raised or lowered signs; as it is where one of them has no such sign. */
const inSigns = (text: string, signs: string): string => {
  const places = Array.from(text.replaceAll('−', '-'), (sign) => DIGITS.indexOf(sign));
  return places.includes(-1) ? text : places.map((place) => signs.charAt(place)).join('');
};

/** `²` of `2`, and `th` of `th`: folding takes both for the same as what they were. */
export const raised = (text: string): string => inSigns(text, RAISED);

/** `₂` of `2`. */
export const lowered = (text: string): string => inSigns(text, LOWERED);

/** A run of raised or lowered signs as the plain ones: for formats that have a command for them. */
export const plainSigns = (text: string): string =>
  Array.from(text, (sign) => {
    const at = Math.max(RAISED.indexOf(sign), LOWERED.indexOf(sign));
    return at < 0 ? sign : DIGITS.charAt(at);
  }).join('');

/** Runs of lowered and of raised signs. */
export const LOWERED_RUN = /[₀-₎ₙ]+/g;
export const RAISED_RUN = /[⁰¹²³⁴-⁾ⁿ]+/g;
