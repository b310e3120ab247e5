import { Machine } from './torture/machine';
import { readdirSync, statSync, readFileSync, openSync, writeSync, closeSync } from 'node:fs';
import { execSync } from 'node:child_process';
const m = await Machine.start();
const ref = (n: number) => ({
  keys: [`arxiv:2401.0000${n}`],
  title: 'x',
  authors: [],
  abstract: '',
  links: [],
  listing: { site: 'arxiv', url: 'https://arxiv.org/list/me.AS/new', title: '', at: 1 },
});
let op = 0;
const save = async (n: number) =>
  console.log(
    'save',
    n,
    JSON.stringify(
      await m.ask(
        'popup',
        {
          gloss: 'paper.status',
          ask: { opId: `x${op++}-${Date.now()}`, status: 'saved', paper: ref(n) },
        },
        5000,
      ),
    ).slice(0, 60),
  );
const count = async () =>
  console.log(
    'papers',
    JSON.stringify(await m.ask('library', { gloss: 'export.count', ask: null }, 5000)),
    JSON.stringify(await m.ask('library', { gloss: 'backup.list', ask: null }, 5000)).length,
  );
const folder = () =>
  execSync(`ls -d ${(m as any).profile}/Default/IndexedDB/*leveldb`)
    .toString()
    .trim();
const look = () => {
  for (const f of readdirSync(folder())) console.log('   ', f, statSync(folder() + '/' + f).size);
  console.log(
    readFileSync(folder() + '/LOG', 'utf8')
      .replaceAll(folder(), '')
      .split('\n')
      .slice(-8)
      .join('\n'),
  );
};
const roll = async (mb: number, kb: number) =>
  console.log(
    'roll',
    await (m as any).app.evaluate(
      async ([mb, kb]: number[]) => {
        (globalThis as any).__name = (f: any) => f; const start = performance.now();
        const done = (r: any) =>
          new Promise<any>((res, rej) => {
            r.onsuccess = () => res(r.result);
            r.onerror = () => rej(r.error);
            r.oncomplete = () => res(null);
            r.onabort = () => rej(r.error);
          });
        const open = indexedDB.open('gloss-log', 1);
        open.onupgradeneeded = () => open.result.createObjectStore('filler');
        const db = await done(open);
        const tx = db.transaction('filler', 'readwrite', { durability: 'relaxed' });
        const block = new Uint8Array(kb! * 1024);
        for (let n = 0; n < (mb! * 1024) / kb!; n++) tx.objectStore('filler').put(block, n);
        await done(tx);
        const t1 = performance.now() - start;
        db.close();
        await done(indexedDB.deleteDatabase('gloss-log'));
        return [t1, performance.now() - start];
      },
      [mb, kb],
    ),
  );
try {
  for (let n = 0; n < 3; n++) await save(n);
  await m.quit();
  const log = readdirSync(folder())
    .filter((f) => f.endsWith('.log'))
    .sort()
    .at(-1)!;
  const fd = openSync(`${folder()}/${log}`, 'a');
  writeSync(fd, Buffer.from([1, 2, 3, 4, 100, 0, 1, 9, 9, 9]));
  closeSync(fd);
  await m.restart();
  await count();
  if (process.argv[2]) {
    await roll(Number(process.argv[2]), Number(process.argv[3]));
    await new Promise((r) => setTimeout(r, 300));
  }
  look();
  for (let n = 4; n < 8; n++) await save(n);
  await count();
  await m.sigkill();
  look();
  await m.restart();
  await count();
  look();
  if (process.argv[2])
    for (let i = 0; i < 3; i++) await roll(Number(process.argv[2]), Number(process.argv[3]));
  look();
} finally {
  await m.end();
}
