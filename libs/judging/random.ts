/** Numbers from 0 to below 1. The same seed gives the same numbers on every machine. */
export type Random = () => number;

/** mulberry32 (Tommy Ettinger, 2017, public domain): 32 bits of state, good enough for resampling and draws of lots. */
export function seeded(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A seed from any text, such as one that is drawn by lot and published: FNV-1a (Fowler, Noll, Vo 1991) over its UTF-8. */
export function seedFrom(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash | 0;
}

/** Normal numbers of mean 0 and variance 1, two from each pair of random ones (Box and Muller 1958). */
export function normals(random: Random): () => number {
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    const size = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    spare = size * Math.sin(angle);
    return size * Math.cos(angle);
  };
}
