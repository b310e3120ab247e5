import { stretches } from '@/domain/text/formulas';
import { toTex } from '@/domain/text/to-tex';

/** Whether a title is written as a sentence: of the words that would be written large in a headline, most are small. */
function isSentence(words: readonly string[]): boolean {
  const telling = words.slice(1).filter((word) => /^\p{L}{4}/u.test(word));
  return telling.filter((word) => /^\p{Ll}/u.test(word)).length * 2 > telling.length;
}

/** A title in TeX. Braces keep formulas, the capitals of acronyms and, in a title that is a sentence, of names. */
export function texTitle(title: string): string {
  const pieces = stretches(title).flatMap(({ is, text }) =>
    is === 'formula' ? [text] : text.split(/(\s+)/),
  );
  const hasNames = isSentence(pieces.filter((piece) => /^[^$\s]/.test(piece)));
  const isName = (word: string, at: number): boolean =>
    hasNames && at > 0 && /^\P{L}*\p{Lu}/u.test(word) && !/[.:?!]$/.test(pieces[at - 2] ?? '');
  return pieces
    .map((piece, at) => {
      const isKept =
        (piece.startsWith('$') && piece.length > 2 && piece.endsWith('$')) ||
        /\p{L}.*\p{Lu}/u.test(piece) ||
        isName(piece, at);
      return isKept ? `{${toTex(piece)}}` : toTex(piece);
    })
    .join('');
}
