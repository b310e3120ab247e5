import { centroidsOf } from '@/domain/topics/grouping/space';
import type { Ints } from '@/domain/topics/numbers/ints';
import { type Dense, dot } from '@/domain/topics/numbers/matrix';

/** Another topic may lie so much farther from a paper, in cosine, and have it by its name. */
const FARTHER = 0.08;

/**
 * Papers go where their words say: one that has no phrase of its topic's name, and one of another's, goes to the
 * nearest such topic that lies hardly farther. Changes `topic`, the topic of each paper; -1 of none stays.
 * @param speakers for each topic, the papers that have each phrase of its name
 */
export function followNames(
  places: Dense,
  topic: Int32Array,
  speakers: readonly (readonly Ints[])[],
): void {
  const centroids = centroidsOf(places, topic, speakers.length);
  const said = speakers.map((phrases) => havingOne(phrases, topic.length));
  for (let paper = 0; paper < topic.length; paper++) {
    const own = topic[paper] ?? -1;
    if (own < 0 || speakers[own]?.length === 0 || said[own]?.[paper] === 1) continue;
    let [best, nearest] = [own, dot(places, paper, centroids, own) - FARTHER];
    for (const [other, having] of said.entries()) {
      if (having[paper] !== 1) continue;
      const cosine = dot(places, paper, centroids, other);
      if (cosine > nearest) [best, nearest] = [other, cosine];
    }
    topic[paper] = best;
  }
}

/** A 1 for each paper that has one of the phrases. */
function havingOne(phrases: readonly Ints[], papers: number): Uint8Array {
  const out = new Uint8Array(papers);
  for (const having of phrases) for (let at = 0; at < having.length; at++) out[having.at(at)] = 1;
  return out;
}
