import { Machine } from './torture/machine';
import { readdirSync, statSync, readFileSync } from 'node:fs';
import { execSync } from 'node:child_process';
const m = await Machine.start();
const ref = (n: number) => ({keys:[`arxiv:2401.0000${n}`],title:'x',authors:[],abstract:'',links:[],listing:{site:'arxiv',url:'https://arxiv.org/list/me.AS/new',title:'',at:1}});
let op = 0;
const save = async (n: number) => { const t = Date.now(); const a = JSON.stringify(await m.ask('popup', {gloss:'paper.status', ask:{opId:`x${op++}-${Date.now()}`, status:'saved', paper:ref(n)}}, 5000)).slice(0, 80); console.log('save', n, Date.now() - t, a); };
const count = async () => console.log('papers', JSON.stringify(await m.ask('library', {gloss:'export.count', ask:null}, 5000)), JSON.stringify(await m.ask('library', {gloss:'backup.list', ask:null}, 5000)).length);
const folder = () => execSync(`ls -d ${(m as any).profile}/Default/IndexedDB/*leveldb`).toString().trim();
const look = () => { for (const f of readdirSync(folder())) console.log('   ', f, statSync(folder() + '/' + f).size); console.log(readFileSync(folder() + '/LOG', 'utf8').replaceAll(folder(), '')); };
try {
  for (let n = 0; n < 3; n++) await save(n);
  await m.sigkill(); look(); m.tear(); await m.restart(); 
  for (let n = 4; n < 8; n++) await save(n);
  await m.sigkill(); look(); await m.restart(); await count(); 
  console.log('--- full'); m.fillDisk(); await save(8); await save(9); m.freeDisk(); await save(8); await save(9); await m.sigkill(); look(); await m.restart(); await count();
} finally { await m.end(); }
