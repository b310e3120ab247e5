/**
 * A text that was changed, with the offset in the first text that each UTF-16 unit came from; −1 for what is new, and
 * `instead(offset)` for a unit that replaced another.
 */
export interface Traced {
  text: string;
  from: number[];
}

export const traced = (text: string): Traced => ({
  text,
  from: Array.from({ length: text.length }, (_, at) => at),
});

export const slice = ({ text, from }: Traced, start: number, end?: number): Traced => ({
  text: text.slice(start, end),
  from: from.slice(start, end),
});

export const added = (text: string): Traced => ({
  text,
  from: Array.from({ length: text.length }, () => -1),
});

const instead = (offset: number): number => -2 - offset;

/** New text in the place of old one. */
export const replacing = ({ from: [at = -1] }: Traced, text: string): Traced => ({
  text,
  from: Array.from({ length: text.length }, () => (at < 0 ? at : instead(at))),
});

export const joined = (parts: readonly Traced[]): Traced => ({
  text: parts.map(({ text }) => text).join(''),
  from: parts.flatMap(({ from }) => from),
});

/**
 * Replaces every match. What `spell` returns stands for the same characters in another form: each of its units is
 * traced to the unit it replaces, as far as there are that many. `null` leaves a match as it is.
 */
export function respelled(
  source: Traced,
  pattern: RegExp,
  spell: (...match: string[]) => string | null,
): Traced {
  const parts: Traced[] = [];
  let at = 0;
  for (const match of source.text.matchAll(pattern)) {
    const said = spell(...match);
    if (said === null) continue;
    const end = match.index + match[0].length;
    parts.push(slice(source, at, match.index), { text: said, from: spread(source, match, said) });
    at = end;
  }
  parts.push(slice(source, at));
  return joined(parts);
}

/** Of units in a new spelling: where each comes from, in order, spread evenly. Letters that stayed keep their place. */
function spread(source: Traced, match: RegExpExecArray, said: string): number[] {
  const inside = match[0].indexOf(said);
  if (inside >= 0)
    return source.from.slice(match.index + inside, match.index + inside + said.length);
  const within = said.indexOf(match[0]);
  return Array.from({ length: said.length }, (_, at) => {
    if (within >= 0) {
      const old = at - within;
      return old >= 0 && old < match[0].length ? (source.from[match.index + old] ?? -1) : -1;
    }
    return source.from[match.index + Math.floor((at * match[0].length) / said.length)] ?? -1;
  });
}

/** The units of a text that came from `[start, end)` of the first one: the outermost, and how many there are. */
export function image({ from }: Traced, start: number, end: number): Stretch | null {
  return outermost(from, (at) => at >= start && at < end);
}

/** The same with units that replaced some of the passage: a replaced word may count as the passage's or not. */
export function widestImage({ from }: Traced, start: number, end: number): Stretch | null {
  return outermost(from, (at) => {
    const old = at < -1 ? instead(at) : at;
    return old >= start && old < end;
  });
}

export interface Stretch {
  start: number;
  end: number;
}

function outermost(from: readonly number[], isPart: (at: number) => boolean): Stretch | null {
  const start = from.findIndex(isPart);
  return start < 0 ? null : { start, end: from.findLastIndex(isPart) + 1 };
}
