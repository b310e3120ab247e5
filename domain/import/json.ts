import { type Chunks, wholeText } from './chunks';
import { jsonItems } from './json-stream';
import { Unreadable } from './unreadable';

/** An object of a file, before it is checked. */
export type Bag = Record<string, unknown>;

/** Whether a JSON value is an object. */
export const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value when it is a text. */
export const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** The texts of a list, or of one text alone. */
export const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');

/** The objects of a list. */
export const bags = (value: unknown): Bag[] => (Array.isArray(value) ? value.filter(isBag) : []);

/** A JSON file as a whole: within the bounds of size and depth that the stream has. Fails (`Unreadable`) with the place. */
export async function wholeJson(chunks: Chunks): Promise<unknown> {
  const whole = await wholeText(chunks);
  const list: unknown[] = [];
  const members = new Map<string, unknown>();
  const isList = whole.trimStart().startsWith('[');
  for await (const { section, index, value } of jsonItems([whole])) {
    if (isList) list.push(value);
    else if (index === null) members.set(section, value);
    else if (index === 0) members.set(section, [value]);
    else (members.get(section) as unknown[]).push(value);
  }
  return isList ? list : Object.fromEntries(members);
}

/** A list of objects. Fails (`Unreadable`) at the first element that is none. */
export function listOfBags(value: unknown, section: string): Bag[] {
  if (!Array.isArray(value)) throw new Unreadable(`${section || 'the file'}: expected a list`);
  return value.map((item: unknown, index) => {
    if (!isBag(item)) throw new Unreadable(`${section}[${index}]: expected an object`);
    return item;
  });
}

/** Fails (`Unreadable`) where a field is there and no text. */
export function expectText(value: unknown, place: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new Unreadable(`${place}: expected text`);
  return value;
}
