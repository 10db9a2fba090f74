/** How far below the largest pivot one counts as nothing. */
const NOTHING = 1e-12;

/**
 * Solves (`matrix` + `damping` · 1) · x = `right` for a symmetric matrix without negative eigenvalues, by Cholesky's
 * method. Where it is singular, what can't be told is 0.
 */
export function solveSymmetric(matrix: readonly Float64Array[], right: Float64Array, damping = 0): Float64Array {
  const n = right.length;
  const lower = matrix.map((line) => Float64Array.from(line));
  const largest = lower.reduce((most, line, i) => Math.max(most, line[i]!), 0);
  const dead = new Uint8Array(n);
  lower.forEach((line, i) => (line[i]! += damping));
  for (let i = 0; i < n; i++) {
    const own = lower[i]!;
    for (let j = 0; j <= i; j++) {
      const other = lower[j]!;
      let sum = own[j]!;
      for (let k = 0; k < j; k++) sum -= own[k]! * other[k]!;
      if (j < i) own[j] = dead[j] === 1 ? 0 : sum / other[j]!;
      else if (sum <= NOTHING * largest) {
        dead[i] = 1;
        own[i] = 0;
      } else own[i] = Math.sqrt(sum);
    }
  }
  const x = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    if (dead[i] === 1) continue;
    let sum = right[i]!;
    for (let k = 0; k < i; k++) sum -= lower[i]![k]! * x[k]!;
    x[i] = sum / lower[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    if (dead[i] === 1) continue;
    let sum = x[i]!;
    for (let k = i + 1; k < n; k++) sum -= lower[k]![i]! * x[k]!;
    x[i] = sum / lower[i]![i]!;
  }
  return x;
}
