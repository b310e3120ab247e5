import { FORMAT, SCHEMA_VERSION } from '@/domain/export/format';
import { tooNew } from './expectation';
import { type ItemKind, upgrade } from '@/domain/export/upgrades';
import type { Chunks } from './chunks';
import { hash53 } from '@/domain/hash';
import { LIMITS } from '@/domain/limits';
import { weightOf } from '@/domain/weight';
import type { Incoming } from './incoming';
import { type JsonItem, jsonItems } from './json-stream';
import { TOO_LARGE } from './sections';
import { Unreadable } from './unreadable';

const LISTS: Record<string, ItemKind> = {
  tags: 'tag',
  shared: 'shared',
  papers: 'paper',
  sightings: 'sighting',
};

const NOT_OURS = 'This is not an export of Gloss: format: expected "gloss"';

/** Reads Gloss JSON as a stream. Fails (`Unreadable`) when it is none, broken, or too new; papers may be given before that shows. */
export async function* readGloss(chunks: Chunks): AsyncGenerator<Incoming> {
  const head: Record<string, unknown> = {};
  const names = new Names();
  const sections = new UnknownSections();
  for await (const item of jsonItems(chunks)) {
    if (item.section === '') throw new Unreadable(NOT_OURS);
    const kind = Object.hasOwn(LISTS, item.section) ? LISTS[item.section] : undefined;
    if (kind) yield* listItem(kind, item, head, names);
    else if (['format', 'version', 'minReader'].includes(item.section)) readHead(head, item);
    else sections.add(item);
  }
  if (head['format'] !== FORMAT) throw new Unreadable(NOT_OURS);
  for (const name of ['version', 'minReader'])
    if (typeof head[name] !== 'number') throw new Unreadable(`${name}: expected a whole number`);
  if (!head['papers']) throw new Unreadable('papers: expected a list');
  yield* sections.all();
}

function readHead(head: Record<string, unknown>, { section, value }: JsonItem): void {
  if (section === 'format' && value !== FORMAT) throw new Unreadable(NOT_OURS);
  if (section !== 'format' && !(Number.isInteger(value) && Number(value) >= 1))
    throw new Unreadable(`${section}: expected a whole number`);
  if (section === 'minReader' && Number(value) > SCHEMA_VERSION)
    throw new Unreadable(tooNew(value));
  if (section === 'version' && Number(value) < SCHEMA_VERSION && head['papers'])
    throw new Unreadable('version: must come before the papers');
  head[section] = value;
}

function* listItem(
  kind: ItemKind,
  { section, index, value }: JsonItem,
  head: Record<string, unknown>,
  names: Names,
): Generator<Incoming> {
  if (section === 'papers') head['papers'] = true;
  if (index === null) {
    if (Array.isArray(value)) return;
    throw new Unreadable(`${section}: expected a list`);
  }
  const place = `${section}[${index}]`;
  if (kind === 'paper') names.claim(value, place);
  const version = typeof head['version'] === 'number' ? head['version'] : SCHEMA_VERSION;
  yield { kind, place, value: upgrade(kind, value, version) };
}

/** Collects the pieces of unknown sections, which come element by element, as far as there is room for them. */
class UnknownSections {
  private readonly sections = new Map<string, unknown>();
  private readonly tooLarge = new Set<string>();
  private readonly weights = new Map<string, number>();
  private weight = 0;

  add({ section, index, value }: JsonItem): void {
    if (this.tooLarge.has(section)) return;
    const weight = weightOf(value, LIMITS.sections);
    this.weight += weight;
    this.weights.set(section, (this.weights.get(section) ?? 0) + weight);
    if (this.weight > LIMITS.sections) {
      this.weight -= this.weights.get(section) ?? 0;
      this.sections.delete(section);
      this.tooLarge.add(section);
    } else if (index === null) this.sections.set(section, value);
    else if (index === 0) this.sections.set(section, [value]);
    else (this.sections.get(section) as unknown[]).push(value);
  }

  *all(): Generator<Incoming> {
    for (const [place, value] of this.sections) yield { kind: 'section', place, value };
    for (const place of this.tooLarge) yield { kind: 'rejected', place, value: TOO_LARGE };
  }
}

/**
 * Which ids and keys were claimed: no two papers of a file may be one. Hashes of 53 bits stand for the names,
 * so that 100,000 papers take some megabytes.
 */
class Names {
  private readonly claimed = new Set<number>();

  claim(paper: unknown, place: string): void {
    const { id, keys, highlights } = (paper ?? {}) as Record<string, unknown>;
    const own = new Set([id, ...(Array.isArray(keys) ? (keys as unknown[]) : [])]);
    for (const name of own)
      if (typeof name === 'string' && !this.add(name))
        throw new Unreadable(
          `${place}.${name === id ? 'id' : 'keys'}: "${name}" is claimed by two papers`,
        );
    for (const [index, highlight] of (Array.isArray(highlights) ? highlights : []).entries()) {
      const name = (highlight as { id?: unknown } | null)?.id;
      if (typeof name === 'string' && !this.add(`highlight ${name}`))
        throw new Unreadable(`${place}.highlights[${index}].id: "${name}" is there twice`);
    }
  }

  private add(name: string): boolean {
    const hash = hash53(name);
    if (this.claimed.has(hash)) return false;
    this.claimed.add(hash);
    return true;
  }
}
