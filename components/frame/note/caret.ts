import { diffIndices } from 'node-diff3';

const pieces = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? [];
const lengthOf = (parts: readonly string[]): number => parts.join('').length;

/** Moves an offset of a text into the changed text: before the same words. */
export function movedOffset(before: string, after: string, offset: number): number {
  if (before === after) return offset;
  const [old, now] = [pieces(before), pieces(after)];
  // Texts that only grew behind the caret are the common case, and the quick one.
  if (after.startsWith(before.slice(0, offset)) && after.length >= before.length) {
    const rest = before.slice(offset);
    if (after.endsWith(rest) || after.startsWith(before)) return offset;
  }
  let shift = 0;
  for (const { buffer1, buffer2 } of diffIndices(old, now)) {
    const start = lengthOf(old.slice(0, buffer1[0]));
    const [was, is] = [
      lengthOf(old.slice(buffer1[0], buffer1[0] + buffer1[1])),
      lengthOf(now.slice(buffer2[0], buffer2[0] + buffer2[1])),
    ];
    if (start > offset || (start === offset && was === 0)) break;
    if (offset < start + was) return start + shift + Math.min(offset - start, is);
    shift += is - was;
  }
  return offset + shift;
}
