import { release } from './ints';
import {
  dense,
  type Dense,
  gram,
  innerProducts,
  type Sparse,
  squareTimes,
  times,
  timesSmall,
  transposeTimes,
} from './matrix';
import { type Random, signs } from './random';

/**
 * The places of a matrix's rows in the space of latent semantic analysis (S. Deerwester et al., "Indexing by latent
 * semantic analysis", 1990): their inner products are those of the rows, as far as `wanted` directions hold them. The
 * directions are found by random sampling of the range (N. Halko, P. G. Martinsson and J. A. Tropp, "Finding structure
 * with randomness", SIAM Review 53(2), 2011, algorithm 4.4), `rounds` power iterations; the places are Nyström's
 * (ibid., algorithm 5.5), turned as the Cholesky factor has it, for no direction of the space has a meaning. The width
 * is less than `wanted` where the matrix is small. `common` are the products of the rows where they are known.
 */
export function leadingPlaces(
  matrix: Sparse,
  common: Dense | null,
  wanted: number,
  rounds: number,
  random: Random,
): Dense {
  const width = Math.min(matrix.rows, matrix.columns, wanted);
  if (width === 0) return dense(matrix.rows, 0);
  const { apply, inner, end } = common ? knownProducts(common) : productsOf(matrix, width);
  let basis = dense(matrix.rows, width);
  basis.data.set(signs(basis.data.length, random));
  for (let round = 0; round <= rounds; round++) {
    const image = apply(basis);
    release(basis.data);
    basis = timesSmall(image, inverseFactor(gram(image), width), width);
    release(image.data);
  }
  const image = apply(basis);
  const products = inner(basis, image);
  end();
  return timesSmall(image, inverseFactor(products, width), width);
}

/** The products of a matrix's rows with each other. */
interface Products {
  /** `matrix * transpose(matrix) * basis`. */
  apply: (basis: Dense) => Dense;
  /** `transpose(basis) * image`, `image` being what `apply` made of `basis` just before. */
  inner: (basis: Dense, image: Dense) => Float64Array;
  /** Gives back what it holds. */
  end: () => void;
}

const knownProducts = (common: Dense): Products => ({
  apply: (basis) => squareTimes(common, basis),
  inner: innerProducts,
  end: () => undefined,
});

function productsOf(matrix: Sparse, width: number): Products {
  // As tall as there are features: the same numbers are written over again and again.
  const projected = dense(matrix.columns, width);
  return {
    apply: (basis) => {
      transposeTimes(matrix, basis, projected);
      return times(matrix, projected);
    },
    inner: () => gram(projected),
    end: () => release(projected.data),
  };
}

/**
 * The inverse of the Cholesky factor of a Gram matrix (G. H. Golub and C. F. Van Loan, "Matrix Computations", section
 * 4.2), upper triangular: columns times it are orthonormal. Columns that add nothing become zero. The matrix is used
 * up.
 */
function inverseFactor(factor: Float64Array, size: number): Float64Array {
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
  return inverse;
}

/** A column whose share outside the others' span is less adds nothing. */
const NOTHING = 1e-10;
