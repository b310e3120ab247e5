/**
 * Eigenvalues, largest first, and eigenvectors (as columns) of a symmetric matrix of `size` x `size` numbers,
 * by cyclic Jacobi rotations (G. H. Golub and C. F. Van Loan, "Matrix Computations", section 8.5). The matrix
 * is used up.
 */
export function eigen(
  matrix: Float64Array,
  size: number,
): { values: Float64Array; vectors: Float64Array } {
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i++) vectors[i * size + i] = 1;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    if (!rotateAll(matrix, vectors, size)) break;
  }
  const order = Array.from({ length: size }, (_, i) => i).toSorted(
    (a, b) => (matrix[b * size + b] ?? 0) - (matrix[a * size + a] ?? 0),
  );
  const sorted = new Float64Array(size * size);
  const values = new Float64Array(size);
  for (const [to, from] of order.entries()) {
    values[to] = matrix[from * size + from] ?? 0;
    for (let row = 0; row < size; row++) sorted[row * size + to] = vectors[row * size + from] ?? 0;
  }
  return { values, vectors: sorted };
}

const SWEEPS = 12;
/** Off-diagonal numbers that are this much smaller than the diagonal's are zero. */
const SMALL = 1e-7;

/** One sweep over all pairs; whether anything was left to rotate. */
function rotateAll(matrix: Float64Array, vectors: Float64Array, size: number): boolean {
  let isRotated = false;
  for (let p = 0; p < size - 1; p++)
    for (let q = p + 1; q < size; q++) {
      const off = matrix[p * size + q] ?? 0;
      const a = matrix[p * size + p] ?? 0;
      const b = matrix[q * size + q] ?? 0;
      if (Math.abs(off) <= SMALL * Math.sqrt(Math.abs(a * b)) + Number.MIN_VALUE) continue;
      isRotated = true;
      const theta = (b - a) / (2 * off);
      const tangent = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
      const cosine = 1 / Math.sqrt(tangent * tangent + 1);
      rotate(matrix, vectors, size, { p, q, cosine, sine: tangent * cosine });
    }
  return isRotated;
}

function rotate(
  matrix: Float64Array,
  vectors: Float64Array,
  size: number,
  { p, q, cosine, sine }: { p: number; q: number; cosine: number; sine: number },
): void {
  for (let k = 0; k < size; k++) {
    const left = matrix[k * size + p] ?? 0;
    const right = matrix[k * size + q] ?? 0;
    matrix[k * size + p] = cosine * left - sine * right;
    matrix[k * size + q] = sine * left + cosine * right;
  }
  for (let k = 0; k < size; k++) {
    const left = matrix[p * size + k] ?? 0;
    const right = matrix[q * size + k] ?? 0;
    matrix[p * size + k] = cosine * left - sine * right;
    matrix[q * size + k] = sine * left + cosine * right;
    const v = vectors[k * size + p] ?? 0;
    const w = vectors[k * size + q] ?? 0;
    vectors[k * size + p] = cosine * v - sine * w;
    vectors[k * size + q] = sine * v + cosine * w;
  }
}
