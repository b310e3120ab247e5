/** How well two groupings of the same things agree; 1 is the same grouping. */
export interface Agreement {
  /** V-measure (A. Rosenberg and J. Hirschberg, EMNLP 2007): rises with the number of groups by itself. */
  v: number;
  /** Adjusted mutual information (N. X. Vinh, J. Epps and J. Bailey, JMLR 11, 2010), arithmetic mean: 0 by chance. */
  ami: number;
  /** Adjusted Rand index (L. Hubert and P. Arabie, 1985): 0 by chance. */
  ari: number;
}

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);
const pairs = (count: number): number => (count * (count - 1)) / 2;

/** Compares two groupings, given as the group of each thing. */
export function agreement(ours: readonly unknown[], theirs: readonly unknown[]): Agreement {
  const n = ours.length;
  const [a, b] = [numbered(ours), numbered(theirs)];
  const rows = a.count;
  const table = Array.from({ length: rows }, () => Array.from({ length: b.count }, () => 0));
  for (let at = 0; at < n; at++) {
    const row = table[a.of[at] ?? 0] ?? [];
    row[b.of[at] ?? 0] = (row[b.of[at] ?? 0] ?? 0) + 1;
  }
  const byRow = table.map(sum);
  const byColumn = Array.from({ length: b.count }, (_, column) =>
    sum(table.map((row) => row[column] ?? 0)),
  );
  const entropy = (sizes: readonly number[]): number =>
    -sum(sizes.map((size) => (size === 0 ? 0 : (size / n) * Math.log(size / n))));
  const shared = sum(
    table.flatMap((row, i) =>
      row.map((count, j) =>
        count === 0
          ? 0
          : (count / n) * Math.log((n * count) / ((byRow[i] ?? 1) * (byColumn[j] ?? 1))),
      ),
    ),
  );
  const mean = (entropy(byRow) + entropy(byColumn)) / 2;
  const chance = expectedInformation(byRow, byColumn, n);
  const together = sum(table.flatMap((row) => row.map(pairs)));
  const [inRows, inColumns] = [sum(byRow.map(pairs)), sum(byColumn.map(pairs))];
  const byChance = (inRows * inColumns) / pairs(n);
  return {
    v: mean === 0 ? 1 : shared / mean,
    ami: mean === chance ? 1 : (shared - chance) / (mean - chance),
    ari:
      inRows + inColumns === 2 * byChance
        ? 1
        : (together - byChance) / ((inRows + inColumns) / 2 - byChance),
  };
}

function numbered(groups: readonly unknown[]): { of: number[]; count: number } {
  const names = [...new Set(groups)];
  const numbers = new Map(names.map((name, number) => [name, number]));
  return { of: groups.map((name) => numbers.get(name) ?? 0), count: names.length };
}

/** The mutual information of two random groupings of these sizes. */
function expectedInformation(rows: readonly number[], columns: readonly number[], n: number) {
  const logs = new Float64Array(n + 1);
  for (let at = 1; at <= n; at++) logs[at] = (logs[at - 1] ?? 0) + Math.log(at);
  const log = (at: number): number => logs[at] ?? 0;
  let total = 0;
  for (const x of rows)
    for (const y of columns) {
      const fixed = log(x) + log(y) + log(n - x) + log(n - y) - log(n);
      for (let both = Math.max(1, x + y - n); both <= Math.min(x, y); both++) {
        const ways = fixed - log(both) - log(x - both) - log(y - both) - log(n - x - y + both);
        total += (both / n) * Math.log((n * both) / (x * y)) * Math.exp(ways);
      }
    }
  return total;
}
