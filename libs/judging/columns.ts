/** The places of each value in a column of numbers from 0 to below `size`. */
export function indicesBy(column: Int32Array, size: number): number[][] {
  const groups: number[][] = Array.from({ length: size }, () => []);
  for (let n = 0; n < column.length; n++) groups[column[n]!]!.push(n);
  return groups;
}

/** How often each value stands in such a column. */
export function countsBy(column: Int32Array, size: number): Int32Array {
  const counts = new Int32Array(size);
  for (let n = 0; n < column.length; n++) counts[column[n]!]!++;
  return counts;
}
