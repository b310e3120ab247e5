import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { handlersFor } from '@/entrypoints/background/handlers';
import { admitItem } from '@/domain/import/incoming';
import { readGloss } from '@/domain/import/gloss';
import { admit } from '@/rpc/guard';
import type { AppProtocol } from '@/rpc/protocol';
import { appSchemas, pageSchemas } from '@/rpc/schemas';
import { BackupDatabase } from '@/storage/backup/db';
import { extremes, schemaOf, simplest } from '../../rpc/extremes';
import { exportedText } from '../../storage/exported';
import { openLibrary } from '../../storage/open';
import { memoryShelf } from '../../storage/shelf';

type Call = keyof AppProtocol;
const schemas = { ...pageSchemas, ...appSchemas };

/** Calls that leave something in the library, and what must be there before for them to find it. */
const WRITES: Partial<Record<Call, Call[]>> = {
  'page.seen': [],
  'paper.status': [],
  'papers.status': [],
  'papers.seen': [],
  'paper.tag': [],
  'paper.note': [],
  'highlight.add': [],
  'highlight.edit': ['highlight.add'],
  'highlight.remove': ['highlight.add'],
  'settings.site': [],
  'settings.save': [],
  'searches.save': [],
  'papers.different': [],
  'papers.bulk': ['paper.status'],
  'tag.rename': ['paper.tag'],
  'tag.recolour': ['paper.tag'],
  'topics.change': [],
};

const own = { extension: 'gloss', pages: 'chrome-extension://gloss/' };
const sender = { id: 'gloss', url: 'chrome-extension://gloss/library.html' };

beforeEach(() => {
  vi.spyOn(fakeBrowser.tabs, 'query').mockReturnValue(Promise.resolve([]) as never);
});

/** The same question under names of its own: done again it would be no other. */
function renamed(ask: unknown, number: number): unknown {
  if (typeof ask !== 'object' || ask === null) return ask;
  const asked = ask as { opId?: string; highlight?: { id: string } };
  return {
    ...asked,
    ...(asked.opId === 'x' ? { opId: `op${number}` } : {}),
    ...(asked.highlight?.id === 'x' ? { highlight: { ...asked.highlight, id: `h${number}` } } : {}),
  };
}

/** A background that is asked by its border. */
function background() {
  const { db, env } = openLibrary();
  const backups = new BackupDatabase(`${db.name} backups`, { indexedDB, IDBKeyRange });
  const handlers = handlersFor(db, backups, env, memoryShelf());
  const call = async (name: Call, ask: unknown): Promise<boolean> => {
    const admitted = admit(name, ask, sender, own);
    if (!admitted.ok) throw new Error(admitted.error.message);
    const page = { ...sender, url: 'https://papers.example/list' };
    return (await handlers[name]!(admitted.value as never, page)).ok;
  };
  return { db, call };
}

test.each(Object.entries(WRITES) as [Call, Call[]][])(
  'what %s may bring, an export can read back',
  async (name, before) => {
    const { db, call } = background();
    for (const earlier of before) await call(earlier, simplest(schemaOf(schemas[earlier])));
    const asks = [...extremes(schemaOf(schemas[name]))];
    let done = 0;
    for (const [number, ask] of asks.entries())
      if (await call(name, renamed(ask, number))) done += 1;
    expect(done).toBeGreaterThan(asks.length / 3);
    for await (const item of readGloss([await exportedText(db)])) admitItem(item);
  },
);
