import { eigen } from './eigen';
import { release } from './ints';
import {
  dense,
  type Dense,
  gram,
  innerProducts,
  rowProducts,
  type Sparse,
  squareTimes,
  times,
  timesSmall,
  transposeTimes,
} from './matrix';
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
  const { apply, inner, end } = productsOf(matrix, tried);
  let basis = dense(matrix.rows, tried);
  basis.data.set(signs(basis.data.length, random));
  for (let round = 0; round <= rounds; round++) {
    const image = apply(basis);
    release(basis.data);
    basis = orthonormal(image);
    release(image.data);
  }
  const image = apply(basis);
  const { values, vectors } = eigen(inner(basis, image), tried);
  end();
  const width = values.findIndex((value, at) => at >= wanted || value < 1e-9 * (values[0] ?? 0));
  return timesSmall(image, ...scaled(vectors, values, width < 0 ? tried : width));
}

/** The products of a matrix's rows with each other, whichever way is cheaper. */
interface Products {
  /** `matrix * transpose(matrix) * basis`. */
  apply: (basis: Dense) => Dense;
  /** `transpose(basis) * image`, `image` being what `apply` made of `basis` just before. */
  inner: (basis: Dense, image: Dense) => Float64Array;
  /** Gives back what it holds. */
  end: () => void;
}

function productsOf(matrix: Sparse, width: number): Products {
  const { rows, columns, value } = matrix;
  // Few rows: their products are fewer than their entries.
  if (rows * rows < 2 * value.length) {
    const products = rowProducts(matrix);
    return {
      apply: (basis) => squareTimes(products, basis),
      inner: innerProducts,
      end: () => release(products.data),
    };
  }
  // As tall as there are features: the same numbers are written over again and again.
  const projected = dense(columns, width);
  return {
    apply: (basis) => {
      transposeTimes(matrix, basis, projected);
      return times(matrix, projected);
    },
    inner: () => gram(projected),
    end: () => release(projected.data),
  };
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
