import type { Tx } from '#platform';
import { keyOf, type Pot } from './domain/posting.js';

/** What is in the pots of some owners at the end of a day (now where none is given), in fen, by owner and part. */
export async function balancesOf(tx: Tx, district: string, owners: readonly string[], day?: string): Promise<ReadonlyMap<string, bigint>> {
  const rows = await tx.$queryRaw<{ owner_id: string; part: string; balance: bigint }[]>`
    SELECT a.owner_id, a.part, CASE WHEN ${day ?? null}::text IS NULL THEN a.balance ELSE (
      SELECT coalesce(sum(CASE WHEN t.to_id = a.id THEN t.amount ELSE -t.amount END), 0) FROM transfer t
      WHERE t.district_id = a.district_id AND (t.to_id = a.id OR t.from_id = a.id) AND t."on" <= ${day ?? null}::text
    ) END::bigint AS balance
    FROM ledger_account a WHERE a.district_id = ${district}::uuid AND a.owner_id = ANY(${[...owners]}::uuid[])`;
  return new Map(rows.map(({ owner_id, part, balance }) => [keyOf({ owner: owner_id, part }), BigInt(balance)]));
}

/** What is in one pot now, in fen; 0 where nothing ever was. */
export async function balanceOf(tx: Tx, district: string, { owner, part }: Pot): Promise<bigint> {
  const row = await tx.ledgerAccount.findUnique({ where: { districtId_ownerId_part: { districtId: district, ownerId: owner, part } } });
  return row?.balance ?? 0n;
}
