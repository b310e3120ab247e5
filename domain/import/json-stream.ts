import type { Chunks } from './chunks';
import { pathError, Unreadable } from './unreadable';

/** A member of the outermost object, or an element of a list that is one; of an outermost list `section` is empty. */
export interface JsonItem {
  section: string;
  /** Place in the list; `null` for a member that is no list. */
  index: number | null;
  value: unknown;
}

/** Bounds of one item: what is deeper or longer is no paper. */
const DEEPEST = 64;
const LONGEST = 32 * 1024 * 1024;

const STRUCTURE = /["[\]{}]/g;
const SPACE = /[\s]*/y;
const LITERAL_END = /[\s,\]}]/g;

type State = 'start' | 'key' | 'colon' | 'value' | 'element' | 'next element' | 'next' | 'end';

/**
 * Takes a JSON text apart while it comes: of the whole only one item is in memory at a time. Lists that are
 * members of the outermost object are given element by element. Fails (`Unreadable`) with the place.
 */
export async function* jsonItems(chunks: Chunks): AsyncGenerator<JsonItem> {
  const scanner = new Scanner();
  for await (const chunk of chunks) yield* scanner.push(chunk);
  yield* scanner.end();
}

class Scanner {
  private text = '';
  private at = 0;
  /** Pieces that are not looked at yet, and their length. */
  private waiting: string[] = [];
  private waits = 0;
  private state: State = 'start';
  private section = '';
  private index: number | null = null;
  /** Whether the outermost value is an object. */
  private isObject = false;
  /** How far the value at `at` was looked through, and what is open there. */
  private scanned = 0;
  private depth = 0;
  private inText = false;

  *push(chunk: string): Generator<JsonItem> {
    this.waiting.push(chunk);
    this.waits += chunk.length;
    // A value of many pieces is put together whenever it has doubled: at each piece would take a square of its length.
    if (this.waits >= this.text.length - this.at) yield* this.lookOn();
  }

  private *lookOn(): Generator<JsonItem> {
    this.text = this.text.slice(this.at) + this.waiting.join('');
    [this.waiting, this.waits] = [[], 0];
    this.scanned = Math.max(0, this.scanned - this.at);
    this.at = 0;
    for (;;) {
      SPACE.lastIndex = this.at;
      if (this.scanned <= this.at) this.at += SPACE.exec(this.text)?.[0].length ?? 0;
      if (this.at >= this.text.length) return;
      const item = this.step();
      if (item === 'more') return;
      if (item) yield item;
    }
  }

  /** Fails when the text is not whole. */
  *end(): Generator<JsonItem> {
    yield* this.lookOn();
    if (this.state === 'start' && this.text.trim() === '')
      throw new Unreadable('The file is empty.');
    // A number at the very end of the text has no sign of its end; nothing that is read ends so.
    if (this.state !== 'end') this.refuse('the file ends here; it was cut off');
  }

  private refuse(message: string): never {
    const path = this.section === '' ? [] : [this.section];
    throw new Unreadable(pathError(this.index === null ? path : [...path, this.index], message));
  }

  private step(): JsonItem | 'more' | null {
    const character = this.text.charAt(this.at);
    switch (this.state) {
      case 'start':
        if (character !== '{' && character !== '[')
          throw new Unreadable('This is not a JSON file: expected { or [ at its start.');
        this.isObject = character === '{';
        this.index = this.isObject ? null : 0;
        return this.go(this.isObject ? 'key' : 'element', 1);
      case 'key':
        return this.readKey(character);
      case 'colon':
        if (character !== ':') this.refuse('expected : after a name');
        return this.go('value', 1);
      case 'value':
        if (character !== '[') return this.readValue();
        this.index = 0;
        return this.go('element', 1);
      case 'element':
        if (character === ']' && this.index === 0) return this.endList();
        return this.readValue();
      case 'next element':
        if (character === ']') return this.endList();
        if (character !== ',') this.refuse('expected , or ]');
        this.index = (this.index ?? 0) + 1;
        return this.go('element', 1);
      case 'next':
        if (character === '}') return this.go('end', 1);
        if (character !== ',') this.refuse('expected , or }');
        return this.go('key', 1);
      case 'end':
        return this.refuse('there is more after the end');
    }
  }

  private go(state: State, by: number): null {
    this.state = state;
    this.at += by;
    this.scanned = this.at;
    return null;
  }

  private endList(): JsonItem | null {
    const isEmpty = this.state === 'element';
    this.go(this.isObject ? 'next' : 'end', 1);
    this.index = null;
    // A list without elements is told too: that it is there says what the file is.
    return isEmpty && this.isObject ? { section: this.section, index: null, value: [] } : null;
  }

  private readKey(character: string): 'more' | null {
    if (character === '}' && this.section === '') return this.go('end', 1);
    this.section = '';
    if (character !== '"') this.refuse('expected a name in quotes');
    const end = this.valueEnd();
    if (end < 0) return 'more';
    this.section = String(this.parse(end));
    if (this.section === '__proto__') this.refuse('a name that no file needs');
    return this.go('colon', end - this.at);
  }

  private readValue(): JsonItem | 'more' {
    const end = this.valueEnd();
    if (end < 0) return 'more';
    const item = { section: this.section, index: this.index, value: this.parse(end) };
    const isElement = this.state === 'element';
    this.go(isElement ? 'next element' : 'next', end - this.at);
    return item;
  }

  private parse(end: number): unknown {
    const text = this.text.slice(this.at, end);
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      this.refuse(`this is not JSON (${(error as Error).message.replace(/\s+/g, ' ')})`);
    }
    if (text.includes('__proto__') && hasForbiddenName(value))
      this.refuse('a name that no file needs: "__proto__"');
    return value;
  }

  /** Where the value that starts at `at` ends, or -1 where that is not there yet. */
  private valueEnd(): number {
    const first = this.text.charAt(this.at);
    if (first !== '{' && first !== '[' && first !== '"') {
      LITERAL_END.lastIndex = this.at;
      const found = LITERAL_END.exec(this.text)?.index ?? -1;
      if (found < 0 && this.text.length - this.at > 100) this.refuse('expected a value');
      return found;
    }
    if (this.text.length - this.at > LONGEST)
      this.refuse(`longer than ${LONGEST / 1024 / 1024} MB`);
    if (this.scanned <= this.at) [this.scanned, this.depth, this.inText] = [this.at, 0, false];
    return this.scan();
  }

  private scan(): number {
    for (;;) {
      if (this.inText && !this.skipText()) return -1;
      if (this.depth === 0 && this.scanned > this.at) return this.scanned;
      STRUCTURE.lastIndex = this.scanned;
      const found = STRUCTURE.exec(this.text);
      if (!found) {
        this.scanned = this.text.length;
        return -1;
      }
      this.scanned = found.index + 1;
      if (found[0] === '"') this.inText = true;
      else if (found[0] === '{' || found[0] === '[') this.depth += 1;
      else this.depth -= 1;
      if (this.depth > DEEPEST) this.refuse('nested too deeply');
    }
  }

  /** Goes to the end of a string; `false` where that is not there yet. */
  private skipText(): boolean {
    for (let from = this.scanned; ; ) {
      const end = this.text.indexOf('"', from);
      if (end < 0) {
        // The next piece is looked through from the last sign that can't be half of an escape.
        const tail = /\\*$/.exec(this.text.slice(-64))?.[0].length ?? 0;
        this.scanned = Math.max(this.scanned, this.text.length - tail);
        return false;
      }
      let slashes = 0;
      while (this.text.charAt(end - 1 - slashes) === '\\' && end - 1 - slashes >= from)
        slashes += 1;
      from = end + 1;
      if (slashes % 2 === 0) {
        this.scanned = from;
        this.inText = false;
        return true;
      }
    }
  }
}

function hasForbiddenName(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(hasForbiddenName);
}
