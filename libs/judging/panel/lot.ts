import { sha256 } from '#kernel';


/** What is published of a seed before it is drawn: its SHA-256. */
export const commitmentTo = (seed: string): string => sha256(seed);

/** An entry's number in the lot of a seed: 48 bits of SHA-256("seed entry"), the higher the earlier. */
export const lotOf = (seed: string, entry: string): number => Number.parseInt(sha256(`${seed} ${entry}`).slice(0, 12), 16);

/** The order that a seed draws, the same on every machine and whatever order the entries come in. */
export const drawnOrder = (seed: string, entries: readonly string[]): string[] =>
  entries.map((entry) => ({ entry, lot: lotOf(seed, entry) })).sort((a, b) => b.lot - a.lot || (a.entry < b.entry ? -1 : 1)).map(({ entry }) => entry);
