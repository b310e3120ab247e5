import { type Dense, type Sparse, transposed } from '@/domain/topics/numbers/matrix';

/** A graph as a sparse matrix without columns' use: each row's neighbours with the weight to each, symmetric. */
export type Graph = Pick<Sparse, 'rows' | 'start' | 'index' | 'value'>;

/** Features of a paper that count for its neighbours: the rest costs much and moves little. */
const HEAVIEST = 40;
/** Papers that have less in common are no neighbours (cosine). */
const LEAST = 0.03;
/** From this many papers on only the heaviest features are looked up. */
const MANY = 4_000;

/** Neighbours that each of so many papers gets. */
export const neighbourCount = (papers: number): number =>
  Math.max(2, Math.min(20, Math.ceil(papers / 8)));

/**
 * The nearest neighbours of every paper by cosine, both ways: one is a neighbour if either finds the other. `common`
 * are the cosines of all where they are known.
 */
export function neighbourGraph(vectors: Sparse, common: Dense | null, count: number): Graph {
  const { rows } = vectors;
  const nearest = new Int32Array(rows * count).fill(-1);
  const cosine = new Float32Array(rows * count);
  const met = common ? knownCosines(common) : cosinesBy(rows > MANY ? heaviest(vectors) : vectors);
  eachNearest(rows, count, met, (row, at, other, value) => {
    nearest[row * count + at] = other;
    cosine[row * count + at] = value;
  });
  return symmetric(rows, count, nearest, cosine);
}

/** Each row with its heaviest entries only. */
function heaviest({ rows, columns, start, index, value }: Sparse): Sparse {
  const begins = new Int32Array(rows + 1);
  const [indexes, values] = [new Int32Array(rows * HEAVIEST), new Float32Array(rows * HEAVIEST)];
  let kept = 0;
  for (let row = 0; row < rows; row++) {
    const [from, to] = [start[row] ?? 0, start[row + 1] ?? 0];
    // The lightest value that is kept: heavier ones are kept always, equal ones while there is room.
    const bar =
      to - from > HEAVIEST ? (value.slice(from, to).toSorted()[to - from - HEAVIEST] ?? 0) : 0;
    const room = kept + HEAVIEST;
    for (let entry = from; entry < to && kept < room; entry++) {
      if ((value[entry] ?? 0) < bar) continue;
      indexes[kept] = index[entry] ?? 0;
      values[kept++] = value[entry] ?? 0;
    }
    begins[row + 1] = kept;
  }
  return {
    rows,
    columns,
    start: begins,
    index: indexes.slice(0, kept),
    value: values.slice(0, kept),
  };
}

/** Finds the rows that a row has something in common with: puts them into `others`, their cosines into `cosines` by row, and answers how many they are. */
type Meet = (row: number, others: Int32Array, cosines: Float32Array) => number;

const knownCosines =
  ({ rows, data }: Dense): Meet =>
  (row, others, cosines) => {
    let met = 0;
    for (let other = 0; other < rows; other++) {
      const found = data[row * rows + other] ?? 0;
      if (found === 0 || other === row) continue;
      others[met++] = other;
      cosines[other] = found;
    }
    return met;
  };

function cosinesBy(vectors: Sparse): Meet {
  const { start, index, value } = vectors;
  const postings = transposed(vectors);
  return (row, others, cosines) => {
    let met = 0;
    for (let entry = start[row] ?? 0; entry < (start[row + 1] ?? 0); entry++) {
      const weight = value[entry] ?? 0;
      const column = index[entry] ?? 0;
      const end = postings.start[column + 1] ?? 0;
      for (let at = postings.start[column] ?? 0; at < end; at++) {
        const other = postings.index[at] ?? 0;
        const sum = cosines[other] ?? 0;
        if (sum === 0) others[met++] = other;
        cosines[other] = sum + weight * (postings.value[at] ?? 0);
      }
    }
    cosines[row] = 0;
    return met;
  };
}

/** Tells each row's `count` nearest others and their cosines; in no order. */
function eachNearest(
  rows: number,
  count: number,
  meet: Meet,
  tell: (row: number, at: number, other: number, cosine: number) => void,
): void {
  const cosines = new Float32Array(rows);
  const others = new Int32Array(rows);
  const [best, bestCosine] = [new Int32Array(count), new Float32Array(count)];
  for (let row = 0; row < rows; row++) {
    const met = meet(row, others, cosines);
    let [held, least] = [0, 0];
    for (let at = 0; at < met; at++) {
      const other = others[at] ?? 0;
      const found = cosines[other] ?? 0;
      cosines[other] = 0;
      if (found < LEAST || (held === count && found <= (bestCosine[least] ?? 0))) continue;
      const place = held < count ? held++ : least;
      best[place] = other;
      bestCosine[place] = found;
      if (held < count) continue;
      least = 0;
      for (let i = 1; i < count; i++)
        if ((bestCosine[i] ?? 0) < (bestCosine[least] ?? 0)) least = i;
    }
    for (let at = 0; at < held; at++) tell(row, at, best[at] ?? 0, bestCosine[at] ?? 0);
  }
}

/** The union of the neighbours found from both ends. */
function symmetric(rows: number, count: number, nearest: Int32Array, cosine: Float32Array): Graph {
  const isMutual = (row: number, other: number): boolean => {
    for (let at = other * count; at < (other + 1) * count; at++)
      if (nearest[at] === row) return true;
    return false;
  };
  const eachPair = (tell: (row: number, other: number, weight: number) => void): void => {
    for (let row = 0; row < rows; row++)
      for (let at = row * count; at < (row + 1) * count; at++) {
        const other = nearest[at] ?? -1;
        if (other >= 0 && (other > row || !isMutual(row, other))) tell(row, other, cosine[at] ?? 0);
      }
  };
  const degree = new Int32Array(rows + 1);
  eachPair((row, other) => {
    degree[row + 1] = (degree[row + 1] ?? 0) + 1;
    degree[other + 1] = (degree[other + 1] ?? 0) + 1;
  });
  for (let row = 0; row < rows; row++)
    degree[row + 1] = (degree[row + 1] ?? 0) + (degree[row] ?? 0);
  const next = degree.slice();
  const edges = degree[rows] ?? 0;
  const [index, value] = [new Int32Array(edges), new Float32Array(edges)];
  const put = (from: number, to: number, weight: number): void => {
    const at = next[from] ?? 0;
    next[from] = at + 1;
    index[at] = to;
    value[at] = weight;
  };
  eachPair((row, other, weight) => {
    put(row, other, weight);
    put(other, row, weight);
  });
  return { rows, start: degree, index, value };
}
