/** A sparse matrix by rows: entries of row `i` are those from `start[i]` up to `start[i + 1]`. */
export interface Sparse {
  rows: number;
  columns: number;
  start: Int32Array;
  index: Int32Array;
  value: Float32Array;
}

/** A dense matrix by rows, `width` numbers each. */
export interface Dense {
  rows: number;
  width: number;
  data: Float32Array;
}

/** A matrix of zeros. */
export const dense = (rows: number, width: number): Dense => ({
  rows,
  width,
  data: new Float32Array(rows * width),
});

/** Columns of a sparse matrix as rows. */
export function transposed({ rows, columns, start, index, value }: Sparse): Sparse {
  const begins = new Int32Array(columns + 1);
  for (let entry = 0; entry < index.length; entry++) {
    const column = (index[entry] ?? 0) + 1;
    begins[column] = (begins[column] ?? 0) + 1;
  }
  for (let column = 0; column < columns; column++)
    begins[column + 1] = (begins[column + 1] ?? 0) + (begins[column] ?? 0);
  const next = begins.slice();
  const [indexes, values] = [new Int32Array(index.length), new Float32Array(index.length)];
  for (let row = 0; row < rows; row++)
    for (let entry = start[row] ?? 0; entry < (start[row + 1] ?? 0); entry++) {
      const column = index[entry] ?? 0;
      const at = next[column] ?? 0;
      next[column] = at + 1;
      indexes[at] = row;
      values[at] = value[entry] ?? 0;
    }
  return { rows: columns, columns: rows, start: begins, index: indexes, value: values };
}

/** `matrix * right`. */
export function times({ rows, start, index, value }: Sparse, right: Dense): Dense {
  const { width, data } = right;
  const out = dense(rows, width);
  const sums = new Float64Array(width);
  for (let row = 0; row < rows; row++) {
    sums.fill(0);
    const end = start[row + 1] ?? 0;
    for (let entry = start[row] ?? 0; entry < end; entry++) {
      const weight = value[entry] ?? 0;
      let from = (index[entry] ?? 0) * width;
      for (let column = 0; column < width; column++, from++)
        sums[column] = (sums[column] ?? 0) + weight * (data[from] ?? 0);
    }
    out.data.set(sums, row * width);
  }
  return out;
}

/** `transpose(matrix) * right`, written over what is in `out`. */
export function transposeTimes(matrix: Sparse, right: Dense, out: Dense): void {
  const { rows, start, index, value } = matrix;
  const { width, data } = right;
  const sums = out.data;
  sums.fill(0);
  for (let row = 0; row < rows; row++) {
    const end = start[row + 1] ?? 0;
    for (let entry = start[row] ?? 0; entry < end; entry++) {
      const weight = value[entry] ?? 0;
      let to = (index[entry] ?? 0) * width;
      const base = row * width;
      for (let column = base; column < base + width; column++, to++)
        sums[to] = (sums[to] ?? 0) + weight * (data[column] ?? 0);
    }
  }
}

/** `transpose(matrix) * matrix`, of `width` x `width` numbers by rows. */
export function gram({ rows, width, data }: Dense): Float64Array {
  const out = new Float64Array(width * width);
  for (let row = 0; row < rows; row++) {
    const base = row * width;
    for (let i = 0; i < width; i++) {
      const left = data[base + i] ?? 0;
      if (left === 0) continue;
      const to = i * width;
      for (let j = i; j < width; j++)
        out[to + j] = (out[to + j] ?? 0) + left * (data[base + j] ?? 0);
    }
  }
  for (let i = 0; i < width; i++)
    for (let j = 0; j < i; j++) out[i * width + j] = out[j * width + i] ?? 0;
  return out;
}

/** `transpose(left) * right` of two matrices of one shape: `width` x `width` numbers by rows. */
export function innerProducts(left: Dense, right: Dense): Float64Array {
  const { rows, width } = left;
  const out = new Float64Array(width * width);
  for (let row = 0; row < rows; row++) {
    const base = row * width;
    for (let i = 0; i < width; i++) {
      const factor = left.data[base + i] ?? 0;
      const to = i * width;
      for (let j = 0; j < width; j++)
        out[to + j] = (out[to + j] ?? 0) + factor * (right.data[base + j] ?? 0);
    }
  }
  return out;
}

/** `matrix * transpose(matrix)`: what each two rows have in common. */
export function rowProducts(matrix: Sparse): Dense {
  const { rows, start, index, value } = matrix;
  const columns = transposed(matrix);
  const out = dense(rows, rows);
  for (let row = 0; row < rows; row++)
    for (let entry = start[row] ?? 0; entry < (start[row + 1] ?? 0); entry++) {
      const [column, weight] = [index[entry] ?? 0, value[entry] ?? 0];
      const end = columns.start[column + 1] ?? 0;
      for (let at = columns.start[column] ?? 0; at < end; at++) {
        const to = row * rows + (columns.index[at] ?? 0);
        out.data[to] = (out.data[to] ?? 0) + weight * (columns.value[at] ?? 0);
      }
    }
  return out;
}

/** A square matrix times another; zeros in it cost nothing. */
export function squareTimes(square: Dense, right: Dense): Dense {
  const { rows, width } = right;
  const out = dense(rows, width);
  const sums = new Float64Array(width);
  for (let row = 0; row < rows; row++) {
    sums.fill(0);
    for (let other = 0; other < rows; other++) {
      const weight = square.data[row * rows + other] ?? 0;
      if (weight === 0) continue;
      let from = other * width;
      for (let column = 0; column < width; column++, from++)
        sums[column] = (sums[column] ?? 0) + weight * (right.data[from] ?? 0);
    }
    out.data.set(sums, row * width);
  }
  return out;
}

/** Every row times a small matrix of `width` x `columns` numbers. */
export function timesSmall(
  { rows, width, data }: Dense,
  small: Float64Array,
  columns: number,
): Dense {
  const out = dense(rows, columns);
  const sums = new Float64Array(columns);
  for (let row = 0; row < rows; row++) {
    sums.fill(0);
    for (let i = 0; i < width; i++) {
      const left = data[row * width + i] ?? 0;
      if (left === 0) continue;
      let from = i * columns;
      for (let column = 0; column < columns; column++, from++)
        sums[column] = (sums[column] ?? 0) + left * (small[from] ?? 0);
    }
    out.data.set(sums, row * columns);
  }
  return out;
}

/** Some rows of a matrix, in the order given. */
export function rowsOf({ width, data }: Dense, rows: Int32Array): Dense {
  const out = dense(rows.length, width);
  for (const [to, from] of rows.entries())
    out.data.set(data.subarray(from * width, (from + 1) * width), to * width);
  return out;
}

/** Scales every row to length 1; a row of zeros stays. */
export function normaliseRows({ rows, width, data }: Dense): void {
  for (let row = 0; row < rows; row++) {
    const base = row * width;
    let squares = 0;
    for (let at = base; at < base + width; at++) squares += (data[at] ?? 0) ** 2;
    if (squares === 0) continue;
    const scale = 1 / Math.sqrt(squares);
    for (let at = base; at < base + width; at++) data[at] = (data[at] ?? 0) * scale;
  }
}

/** The inner product of row `a` of one matrix and row `b` of another that is as wide. */
export function dot(left: Dense, a: number, right: Dense, b: number): number {
  const { width, data: x } = left;
  const { data: y } = right;
  let i = a * width;
  let j = b * width;
  const end = i + width;
  // Four sums at a time don't wait for each other.
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (; i + 3 < end; i += 4, j += 4) {
    s0 += (x[i] ?? 0) * (y[j] ?? 0);
    s1 += (x[i + 1] ?? 0) * (y[j + 1] ?? 0);
    s2 += (x[i + 2] ?? 0) * (y[j + 2] ?? 0);
    s3 += (x[i + 3] ?? 0) * (y[j + 3] ?? 0);
  }
  for (; i < end; i++, j++) s0 += (x[i] ?? 0) * (y[j] ?? 0);
  return s0 + s1 + s2 + s3;
}
