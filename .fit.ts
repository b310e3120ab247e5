import { levelsOf } from '@/domain/topics/levels';
import { clusterPapers } from '@/domain/topics/topics';
import { reasonsOf } from '@/domain/topics/manage';
import { read, ALL } from '/tmp/tl/lib';
const sets = process.argv.slice(2).length ? process.argv.slice(2) : ALL;
function fit(papers: any[], groups: { label: string; members: string[] }[]) {
  let c = 0,
    p = 0,
    m = 0;
  for (const t of groups) {
    const f = reasonsOf({ keywords: t.label.split(' · ') });
    const having = papers.filter((x) => f(x).length > 0);
    const own = new Set(t.members);
    const inside = having.filter((x) => own.has(x.id)).length;
    c += inside;
    p += (t.members.length * inside) / Math.max(1, having.length);
    m += t.members.length;
  }
  return `${(c / m).toFixed(2)}/${(p / m).toFixed(2)}`;
}
for (const n of sets) {
  const papers = read(n);
  const r = clusterPapers(papers);
  const by = new Map(r.topics.map((t) => [t.id, t]));
  console.log(
    n.padEnd(24),
    'fine',
    r.topics.length,
    fit(papers, r.topics),
    ' themes',
    r.themes.length,
    fit(
      papers,
      levelsOf(r).map((l) => ({ label: l.theme.label, members: l.members })),
    ),
  );
}
