import { LIMITS } from '@/domain/limits';
import { hasMoreNames, isOthers, OTHERS, withoutMore } from './others';

const GROUP = String.raw`[^()[\]{},;:]{2,200}\b(?:collaborations?|consorti(?:um|a)|team|group)`;
/** `ATLAS Collaboration: G. Aad`. */
const BEFORE = new RegExp(String.raw`^(${GROUP})\s?:\s?(?=\S)`, 'i');
const IS_GROUP = new RegExp(`^${GROUP}$`, 'i');
/** Brackets after a name, with what is in them. A comma behind them parts two names. */
const BRACKETS =
  /(?<=[^\s,;，；、])\s?[([]([^()[\]]{1,300})[)\]](?=\s?(?:[,;，；、|·•\n]|and\s|&\s|$))(\s?,)?/g;

/** A line or a name without the group that it begins with, and that group: `ATLAS Collaboration: G. Aad`. */
export function withoutGroup(line: string): { text: string; group: string[] } {
  const [all = '', group] = BEFORE.exec(line) ?? [];
  return { text: line.slice(all.length), group: group === undefined ? [] : [group] };
}

/**
 * A line without the words in brackets after its names: affiliations, names in other letters. Those that are the name
 * of a group, `G. Aad (ATLAS Collaboration)`, are given apart.
 */
export function withoutBrackets(line: string): { text: string; groups: string[] } {
  const groups: string[] = [];
  const text = line.replace(BRACKETS, (all: string, inside: string, comma?: string) => {
    if (!/\p{L}/u.test(inside)) return all;
    if (IS_GROUP.test(inside)) groups.push(inside.trim());
    return comma === undefined ? '' : '\n';
  });
  return { text, groups };
}

/** The names in what should be one: `ATLAS Collaboration: G. Aad`, `G. Aad et al. (ATLAS Collaboration)`. */
export function withMembers(written: string): string[] {
  if (written.length > LIMITS.author || isOthers(written)) return [written];
  const { text, group } = withoutGroup(written);
  const { text: own, groups } = withoutBrackets(text);
  // Brackets that name no group belong to the name, which knows them.
  const rest = groups.length > 0 ? own : text;
  const names = [...group, withoutMore(rest).trim(), ...groups].filter(Boolean);
  return hasMoreNames(rest) ? [...names, OTHERS] : names;
}
