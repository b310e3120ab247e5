// usage: tsx quality.ts SETS... ; V at equal number / own / peer, cached peer
import { existsSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { read } from '/tmp/tl/lib';
import { agreement } from '@/bench/agreement';
import { sample } from '@/bench/labelled';
mkdirSync('/tmp/tl/cache', { recursive: true });
function medical(): any[] {
  return [
    'adhd',
    'bannach-brown_2019',
    'calciumchannelblockers',
    'nagtegaal_2019',
    'nsaids',
    'oralhypoglycemics',
    'skeletalmusclerelaxants',
    'urinaryincontinence',
    'atypicalantipsychotics',
  ].flatMap((n) => read(n).map((p) => ({ ...p, id: n + p.id, subject: n })));
}
function cap(papers: any[], per: number, seed: number) {
  const s = sample(papers, 1, seed);
  const c = new Map<string, number>();
  return s.filter((p) => {
    const k = c.get(p.subject) ?? 0;
    c.set(p.subject, k + 1);
    return k < per;
  });
}
export function setOf(name: string, seed: number): any[] {
  if (name === 'many') {
    // 25+ labels: 16 arXiv cats + 9 reviews
    const a = read('arxiv-cats-10k');
    return sample(
      cap([...a.map((p: any) => ({ ...p, id: 'a' + p.id })), ...medical()], 110, seed),
      1,
      seed,
    ).map((p: any, i: number) => ({ ...p, id: String(i) }));
  }
  if (name === 'med9')
    return cap(medical(), 200, seed).map((p: any, i: number) => ({ ...p, id: String(i) }));
  if (name.startsWith('titles:'))
    return setOf(name.slice(7), seed).map((p) => ({ ...p, abstract: '' }));
  return sample(read(name), 0.7, seed);
}
export function peer(name: string, seed: number, papers: any[], k: number): number[] {
  const key = `/tmp/tl/cache/${name.replace(':', '_')}-${seed}-${k}.json`;
  if (existsSync(key)) return JSON.parse(readFileSync(key, 'utf8'));
  writeFileSync(
    '/tmp/tl/cache/p.jsonl',
    papers.map(({ title, abstract }: any) => JSON.stringify({ title, abstract })).join('\n'),
  );
  const r = spawnSync(
    '/usr/bin/python3',
    ['/work/shared/peers/cluster_peer.py', '/tmp/tl/cache/p.jsonl', String(k)],
    { encoding: 'utf8', maxBuffer: 1e8 },
  );
  const l = JSON.parse(r.stdout).labels;
  writeFileSync(key, JSON.stringify(l));
  return l;
}
export { agreement };
