import { eigen } from './eigen';
import { dense, type Dense, gram, type Sparse, times, timesSmall, transposeTimes } from './matrix';
import { type Random, signs } from './random';

/** Directions that are tried beyond those wanted. */
const SPARE = 8;

/**
 * The places of a matrix's rows along its leading right singular vectors: papers in the space of latent semantic
 * analysis (S. Deerwester et al., "Indexing by latent semantic analysis", 1990). By random sampling of the range
 * (N. Halko, P. G. Martinsson and J. A. Tropp, "Finding structure with randomness", SIAM Review 53(2), 2011,
 * algorithms 4.4 and 5.1); `rounds` power iterations. The width is less than `wanted` where the matrix is small.
 */
export function leadingPlaces(
  matrix: Sparse,
  wanted: number,
  rounds: number,
  random: Random,
): Dense {
  const most = Math.min(matrix.rows, matrix.columns);
  const tried = Math.min(most, wanted + SPARE);
  if (tried === 0) return dense(matrix.rows, 0);
  // As tall as there are features: the same numbers are written over again and again.
  const projected = dense(matrix.columns, tried);
  const start = dense(matrix.rows, tried);
  start.data.set(signs(start.data.length, random));
  transposeTimes(matrix, start, projected);
  for (let round = 0; round <= rounds; round++)
    transposeTimes(matrix, orthonormal(times(matrix, projected)), projected);
  const { values, vectors } = eigen(gram(projected), tried);
  const width = values.findIndex((value, at) => at >= wanted || value < 1e-9 * (values[0] ?? 0));
  return timesSmall(
    times(matrix, projected),
    ...scaled(vectors, values, width < 0 ? tried : width),
  );
}

/** The first `width` columns, each divided by the root of its eigenvalue. */
function scaled(
  vectors: Float64Array,
  values: Float64Array,
  width: number,
): [Float64Array, number] {
  const size = values.length;
  const out = new Float64Array(size * width);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < width; column++)
      out[row * width + column] =
        (vectors[row * size + column] ?? 0) / Math.sqrt(values[column] ?? 1);
  return [out, width];
}

/**
 * A basis of the columns' span, by the Cholesky factor of their Gram matrix (Golub and Van Loan, section 5.2).
 * Columns that add nothing become zero.
 */
function orthonormal(matrix: Dense): Dense {
  const size = matrix.width;
  const factor = gram(matrix);
  const inverse = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    const before = factor[j * size + j] ?? 0;
    let pivot = before;
    for (let k = 0; k < j; k++) pivot -= (factor[k * size + j] ?? 0) ** 2;
    const root = pivot > NOTHING * before ? Math.sqrt(pivot) : 0;
    factor[j * size + j] = root;
    for (let i = j + 1; i < size; i++) {
      let sum = factor[j * size + i] ?? 0;
      for (let k = 0; k < j; k++) sum -= (factor[k * size + j] ?? 0) * (factor[k * size + i] ?? 0);
      factor[j * size + i] = root === 0 ? 0 : sum / root;
    }
    // Column j of the inverse of the factor, which is upper triangular.
    if (root === 0) continue;
    inverse[j * size + j] = 1 / root;
    for (let i = j - 1; i >= 0; i--) {
      const diagonal = factor[i * size + i] ?? 0;
      if (diagonal === 0) continue;
      let sum = 0;
      for (let k = i + 1; k <= j; k++)
        sum += (factor[i * size + k] ?? 0) * (inverse[k * size + j] ?? 0);
      inverse[i * size + j] = -sum / diagonal;
    }
  }
  return timesSmall(matrix, inverse, size);
}

/** A column whose share outside the others' span is less adds nothing. */
const NOTHING = 1e-10;
