import { clusterPapers } from '@/domain/topics/topics';
import { levelsOf } from '@/domain/topics/levels';
import { read, ALL } from '/tmp/tl/lib';
const sets = process.argv.slice(2).length ? process.argv.slice(2) : ALL;
for (const n of sets) {
  const p = read(n);
  const t0 = performance.now();
  const r = clusterPapers(p);
  console.log(
    `\n## ${n} ${p.length} -> ${r.themes.length} themes, ${r.topics.length} topics, rest ${r.unclustered.length}, ${Math.round(performance.now() - t0)} ms`,
  );
  const by = new Map(r.topics.map((t) => [t.id, t]));
  for (const { theme: th, topics: ts } of levelsOf(r)) {
    console.log(`${String(ts.reduce((s, t) => s + t.members.length, 0)).padStart(4)} ${th.label}`);
    if (ts.length > 1)
      for (const t of ts)
        console.log(
          `       ${String(t.members.length).padStart(4)} ${t.label}    [${t.keywords.slice(3, 7).join(', ')}]`,
        );
  }
}
