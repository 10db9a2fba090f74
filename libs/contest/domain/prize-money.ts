import { fen, type Fen } from '#kernel';
import type { Prize } from './call.js';

export interface Won {
  readonly entry: string;
  readonly prize: string;
  readonly place: number;
  readonly money: Fen;
}

/**
 * Who gets which prize, and how much. Winners take the places in the order of their ranks; those who share a rank share
 * the money of the places that they take together, to the fen: what can't be divided goes, a fen each, to the first in the
 * order given. So all that is paid adds up to what the places are worth. They all have the better prize's name.
 *
 * @param winners by rank; as many as there are places, or fewer
 */
export function prizesOf(prizes: readonly Prize[], winners: readonly { readonly entry: string; readonly rank: number }[]): Won[] {
  const places = prizes.flatMap(({ name, places: count, money }) => Array.from({ length: count }, () => ({ name, money: money ?? 0 })));
  const sorted = [...winners].sort((a, b) => a.rank - b.rank);
  const won: Won[] = [];
  for (let from = 0; from < sorted.length; ) {
    const alike = sorted.filter(({ rank }) => rank === sorted[from]!.rank);
    const taken = places.slice(from, from + alike.length);
    const sum = taken.reduce((total, { money }) => total + money, 0);
    const [each, left] = [Math.floor(sum / alike.length), sum % alike.length];
    alike.forEach(({ entry }, n) => won.push({ entry, prize: taken[0]?.name ?? places.at(-1)?.name ?? '', place: from + 1, money: fen(each + (n < left ? 1 : 0)) }));
    from += alike.length;
  }
  return won;
}
