import { idsFromLink } from '@/domain/identity/identity-links';
import { keysOf } from '@/domain/identity/paper-key';
import { versionIn } from '@/domain/identity/versions';
import type { PaperKey } from '@/domain/paper/paper';

/** Longer fields are no place of an id, characters. */
const LONGEST = 20_000;

/** Words of a text that may be an id or an address; TeX writes signs and braces among them. */
const wordsOf = (text: string): string[] =>
  text.length > LONGEST
    ? []
    : (text.match(/[^\s"<>|,;[\]]*\d[^\s"<>|,;[\]]*/g) ?? []).map((word) =>
        word.replace(/[\\{}]/g, ''),
      );

const idOf = (key: PaperKey): string => key.slice(key.indexOf(':') + 1).toLowerCase();

/**
 * The version of a paper that the fields of a file name beside its ids, as they were written: `v3` of `2401.00001v3`, of
 * `https://osf.io/preprints/psyarxiv/abcd5_v3`; of several the latest. Ids of other papers tell nothing. `keys` are the
 * paper's own, without versions.
 */
export function metVersion(
  written: readonly string[],
  keys: readonly PaperKey[],
): string | undefined {
  const ids = keys.filter((key) => !key.startsWith('title:')).map(idOf);
  const isOwn = (word: string): boolean => {
    const text = word.toLowerCase();
    if (ids.some((id) => text.includes(id))) return true;
    return text.includes('/') && keysOf(idsFromLink(word), '').some((key) => keys.includes(key));
  };
  // What names no version is not looked at closely.
  return versionIn(written.flatMap(wordsOf).filter((word) => versionIn([word]) && isOwn(word)));
}
