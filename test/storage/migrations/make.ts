/**
 * Makes the fixture of the current schema version, as this code writes it: `tsx test/storage/migrations/make.ts`. A
 * fixture is made once, before a version is released, and never again: later code must open what that version wrote.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { GlossDatabase } from '@/storage/db';
import { saveSettings } from '@/storage/settings';
import { saveSearch } from '@/storage/searches';
import { writeSightings } from '@/storage/sightings';
import * as actions from '@/storage/steps/actions';
import { changeMany } from '@/storage/steps/many';
import { undo } from '@/storage/steps/undo';
import { exportedText } from '../exported';
import { refOf } from '../open';
import { dump } from './raw';

globalThis.IDBKeyRange = IDBKeyRange;
const factory = new IDBFactory();
const db = new GlossDatabase('gloss', { indexedDB: factory, IDBKeyRange });
let time = 1_700_000_000_000;
let ids = 0;
const env = { now: () => (time += 1_000), newId: () => `made${(ids += 1)}` };
const papers = Array.from({ length: 5 }, (_, at) =>
  refOf([`arxiv:2401.0000${at}`, `title:how the tides of moon ${at} turn`], {
    title: `How the tides of moon ${at} turn`,
    authors: ['Ann Author', 'Ben Bärtschi'],
    abstract: 'We wait by the sea, and it turns.',
    links: [`https://arxiv.org/abs/2401.0000${at}`],
    facts: { published: '2024-01-02', venue: 'Annals of Tides', version: 'v2' },
  }),
);
const [first, second, third, fourth, fifth] = papers as [never, never, never, never, never];
await actions.writeStatus(db, env, { opId: '1', paper: first, status: 'saved' });
await actions.writeNote(db, env, { opId: '2', paper: first, base: '', text: 'Ask Ben – twice.' });
await actions.writeTag(db, env, { opId: '3', paper: second, name: 'Ebb & flow', on: true });
await actions.writeStatus(db, env, { opId: '4', paper: third, status: 'dismissed' });
await actions.addHighlight(db, env, {
  opId: '5',
  paper: fourth,
  highlight: {
    id: 'h1',
    field: 'abstract',
    quote: { exact: 'it turns', prefix: 'We wait by the sea, and ', suffix: '.' },
    position: { start: 24, end: 32 },
    colour: 'blue',
    comment: 'When?',
    source: 'https://arxiv.org/list/astro-ph/new',
    createdAt: 1_700_000_000_000,
  },
});
await actions.writeStatus(db, env, { opId: '6', paper: fifth, status: 'read' });
await changeMany(db, env, { opId: '7', ids: ['arxiv:2401.00004'], change: { kind: 'delete' } });
await actions.writeStatus(db, env, { opId: '8', paper: second, status: 'saved' });
await undo(db, env, '9');
await writeSightings(db, { site: 'arxiv', at: time, papers });
await saveSettings(db, env, { isAdvancing: false });
await saveSearch(db, env, {
  id: 'q1',
  search: { id: 'q1', name: 'Tides', query: 'tides', sort: 'newest' },
});
const version = db.verno;
const exported: unknown = JSON.parse(await exportedText(db));
db.close();
const folder = import.meta.dirname;
const write = (name: string, value: unknown): void =>
  writeFileSync(path.join(folder, name), `${JSON.stringify(value, null, 1)}\n`);
write(`version-${version}.json`, await dump(factory, 'gloss'));
write(`version-${version}.export.json`, exported);
