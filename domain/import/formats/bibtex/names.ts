import { person } from '@/domain/person/model';
import { isOthers, OTHERS } from '@/domain/person/person';
import { personTexts, personText } from '@/domain/person/write';
import { bibText } from './text';

/** A TeX value, cut at each match of a pattern outside of braces. */
function outside(value: string, pattern: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < value.length; at += 1) {
    const sign = value.charAt(at);
    if (sign === '\\') at += 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    else if (depth === 0) {
      pattern.lastIndex = at;
      const found = pattern.exec(value)?.[0];
      if (found === undefined) continue;
      parts.push(value.slice(from, at));
      at += found.length - 1;
      from = at + 1;
    }
  }
  return [...parts, value.slice(from)].map((part) => part.trim()).filter(Boolean);
}

/** Whether braces enclose a whole name: an institution, or a person of one name. */
const isWhole = (source: string): boolean => /^\{[^{}]*\}$/.test(source);

/** biblatex's names by parts: `family=van der Berg, given=Ann, prefix=van der, useprefix=true`. */
function byParts(source: string): string | null {
  if (!/(?:^|,)\s*(?:family|given)\s*=/.test(source)) return null;
  const parts = new Map(
    outside(source, /,/y).map((part) => {
      const [label = '', value = ''] = part.split(/=(.*)/s);
      return [label.trim(), bibText(value.trim().replace(/^"(.*)"$/, '$1'))];
    }),
  );
  return personText(
    person({
      family: parts.get('family') ?? '',
      given: parts.get('given') ?? '',
      particle: parts.get('prefix') ?? '',
      suffix: parts.get('suffix') ?? '',
    }),
  );
}

function nameIn(source: string): string[] {
  const parts = byParts(source);
  if (parts !== null) return [parts];
  if (isWhole(source)) return [bibText(source)];
  // A comma within braces parts nothing: it is written as the plain text of its part.
  const cut = outside(source, /,/y).map(bibText);
  return cut.length > 1 ? personTexts([cut.join(', ')]) : personTexts([bibText(source)]);
}

/** The names of an `author` field as they are kept (http://www.bibtex.org/SpecialSymbols, biblatex's manual 2.3.3). */
export function bibNames(value: string): string[] {
  const sources = outside(value.replace(/\s+/g, ' '), /\sand(?=\s)/iy);
  const named = sources.filter((source) => !isOthers(source));
  const names = named.flatMap(nameIn).filter(Boolean);
  return named.length < sources.length && names.length > 0 ? [...names, OTHERS] : names;
}
