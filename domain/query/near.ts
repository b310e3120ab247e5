/** Shorter words are not looked for with a typo: too many others are one letter away. */
const LEAST = 4;
/** Words from this length on may be a beginning with a typo. */
const LEAST_BEGINNING = 5;

/** Whether one letter more, less, other, or two neighbours exchanged make one word the other. */
export function isOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.length === restB.length) {
    if (restA.slice(1) === restB.slice(1)) return true;
    return (
      restA.length > 1 &&
      restA[0] === restB[1] &&
      restA[1] === restB[0] &&
      restA.slice(2) === restB.slice(2)
    );
  }
  return restA.length > restB.length ? restA.slice(1) === restB : restB.slice(1) === restA;
}

/** Whether a word that was typed with one typo may mean another, or the beginning of it. */
export function isNear(typed: string, word: string): boolean {
  const { length } = typed;
  if (length < LEAST || word.length < length - 1) return false;
  if (isOneEdit(typed, word)) return true;
  if (length < LEAST_BEGINNING || word.length <= length) return false;
  return isOneEdit(typed, word.slice(0, length)) || isOneEdit(typed, word.slice(0, length + 1));
}
