import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** The hash before the first entry of every chain. */
export const GENESIS = '0'.repeat(64);

export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/** JSON in the one canonical form of RFC 8785, so that a hash does not depend on key order or spacing. */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('Only JSON values can be hashed');
  return text;
}

/** The hash of an entry that follows the entry with hash `previous`. */
export const chained = (previous: string, entry: unknown): string => sha256(`${previous}\n${canonical(entry)}`);

/** The Merkle root of hashes in the order given; an odd one out moves up as it is. */
export function merkleRoot(leaves: readonly string[]): string {
  if (leaves.length === 0) return GENESIS;
  let level = leaves.map((leaf) => sha256(`leaf\n${leaf}`));
  while (level.length > 1) {
    const above: string[] = [];
    for (let i = 0; i < level.length; i += 2) {
      const right = level[i + 1];
      above.push(right === undefined ? level[i]! : sha256(`node\n${level[i]!}\n${right}`));
    }
    level = above;
  }
  return level[0]!;
}
