/** Words that stand together in a text, and how likely two texts share them. */
const SHINGLE = 3;
const HASHES = 128;
/** 32 bands of 4: two texts of similarity s are looked at with probability 1 - (1 - s^4)^32, 0.87 at 0.5, 0.9997 at 0.7. */
const BANDS = 32;
const ROWS = HASHES / BANDS;
const PRIME = 4_294_967_291;
/** Below this share of common shingles two texts are not called alike. */
export const ALIKE = 0.5;

/** Every run of three words, as 32-bit numbers; a shorter text is one run. */
export function shinglesOf(words: readonly string[]): Set<number> {
  const shingles = new Set<number>();
  const last = Math.max(0, words.length - SHINGLE);
  for (let at = 0; at <= last && words.length > 0; at++) shingles.add(hashOf(words.slice(at, at + SHINGLE).join(' ')));
  return shingles;
}

/** FNV-1a over the UTF-16 units, finished by Murmur3's mixer so that near strings land far apart. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * The MinHash signature of a set (Broder, "On the resemblance and containment of documents", 1997): for each of 128
 * hash functions the least value in the set, so that two sets agree in a share of places that estimates their Jaccard
 * similarity. The functions are x -> mix(x xor seed), with seeds from a fixed sequence.
 */
export function signatureOf(shingles: ReadonlySet<number>): Int32Array {
  const least = new Uint32Array(HASHES).fill(0xffffffff);
  for (const shingle of shingles)
    for (let h = 0; h < HASHES; h++) {
      let x = shingle ^ SEEDS[h]!;
      x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
      x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
      x = (x ^ (x >>> 16)) >>> 0;
      if (x < least[h]!) least[h] = x;
    }
  return Int32Array.from(least, (value) => value | 0);
}

const SEEDS = Uint32Array.from({ length: HASHES }, (_, h) => Math.imul(h + 1, 0x9e3779b9));

/** One number for each band; sets that share one are candidates. */
export function bandsOf(signature: Int32Array): number[] {
  return Array.from({ length: BANDS }, (_, band) => {
    let value = band;
    for (let row = 0; row < ROWS; row++) value = (value * 31 + (signature[band * ROWS + row]! >>> 0)) % PRIME;
    return value | 0;
  });
}

/** The share of places in which two signatures agree. */
export function resemblance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let same = 0;
  for (let h = 0; h < HASHES; h++) if (a[h] === b[h]) same++;
  return same / HASHES;
}

/** The Jaccard similarity of two sets. */
export function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let common = 0;
  for (const shingle of a) if (b.has(shingle)) common++;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}

export interface Passage {
  readonly ours: string;
  readonly theirs: string;
}

/** The runs of words that two texts share, longest first; `joiner` stands between words. */
export function sharedPassages(ours: readonly string[], theirs: readonly string[], most: number): Passage[] {
  const starts = new Map<number, number>();
  for (let at = theirs.length - SHINGLE; at >= 0; at--) starts.set(hashOf(theirs.slice(at, at + SHINGLE).join(' ')), at);
  const runs: { at: number; there: number; length: number }[] = [];
  for (let at = 0; at + SHINGLE <= ours.length; ) {
    const there = starts.get(hashOf(ours.slice(at, at + SHINGLE).join(' ')));
    let length = 0;
    if (there !== undefined) while (at + length < ours.length && there + length < theirs.length && ours[at + length] === theirs[there + length]) length++;
    if (length >= SHINGLE) runs.push({ at, there: there!, length });
    at += Math.max(1, length);
  }
  const read = (words: readonly string[]) => words.join('\u200b').replace(/(?<=[\p{L}\p{N}])\u200b(?=[a-z0-9])|(?<=[a-z0-9])\u200b(?=[\p{L}\p{N}])/gu, ' ').replaceAll('\u200b', '');
  return runs
    .sort((a, b) => b.length - a.length)
    .slice(0, most)
    .map(({ at, there, length }) => ({ ours: read(ours.slice(at, at + length)), theirs: read(theirs.slice(there, there + length)) }));
}
