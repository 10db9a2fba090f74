import { actorName, insertMany, newId, notAhead, type Context } from '#platform';
import { balancesAfter, keyOf, postedAlready, type Posting, type Pot } from './domain/posting.js';

interface Row {
  readonly id: string;
  readonly owner_id: string;
  readonly part: string;
  readonly balance: bigint;
  readonly floor: bigint | null;
}

/**
 * Posts movements of money inside a command: each has a source and a use, and all are written or none. The pots are held
 * until the transaction ends, so that whoever else takes from them waits and then sees what is left. Once a command, so
 * that two commands hold their pots in one order.
 * @throws Refused where a pot holds too little, a ground was posted before, or a day is still to come
 */
export async function post(c: Context, postings: readonly Posting[]): Promise<void> {
  const moving = postings.filter(({ amount }) => amount !== 0n);
  if (moving.length === 0) return;
  await notAhead(c, ...moving.map(({ on }) => on));
  const pots = potsOf(moving);
  await openPots(c, pots);
  const rows = await c.tx.$queryRaw<Row[]>`
    SELECT a.id, a.owner_id, a.part, a.balance, a.floor FROM ledger_account a
    JOIN unnest(${pots.map(({ owner }) => owner)}::uuid[], ${pots.map(({ part }) => part)}::text[]) AS wanted(owner_id, part) ON a.owner_id = wanted.owner_id AND a.part = wanted.part
    WHERE a.district_id = ${c.district}::uuid ORDER BY a.owner_id, a.part FOR UPDATE OF a`;
  const held = new Map(rows.map((row) => [keyOf({ owner: row.owner_id, part: row.part }), row]));
  const after = c.must(balancesAfter(held, moving));
  const grounds = moving.map(({ ground }) => ground);
  if ((await c.tx.transfer.count({ where: { districtId: c.district, ground: { in: grounds } } })) > 0) c.refuse(postedAlready);
  await insertMany(
    c.tx,
    'transfer',
    { district_id: 'uuid', id: 'uuid', from_id: 'uuid', to_id: 'uuid', book: 'text', amount: 'bigint', on: 'text', ground: 'text', about_id: 'uuid', at: 'timestamptz', by: 'text' },
    moving.map(({ from, to, amount, on, ground, about }) => [c.district, newId(), held.get(keyOf(from))!.id, held.get(keyOf(to))!.id, from.book, String(amount), on, ground, about, c.now.toISOString(), actorName(c.actor)]),
  );
  const changed = [...held].filter(([key, { balance }]) => after.get(key) !== balance);
  await c.tx.$executeRaw`
    UPDATE ledger_account a SET balance = b.balance FROM unnest(${changed.map(([, { id }]) => id)}::uuid[], ${changed.map(([key]) => String(after.get(key)))}::bigint[]) AS b(id, balance)
    WHERE a.district_id = ${c.district}::uuid AND a.id = b.id`;
}

/** Opens the pots that are not there yet, empty. */
async function openPots(c: Context, pots: readonly Pot[]): Promise<void> {
  await c.tx.$executeRaw`
    INSERT INTO ledger_account (district_id, id, owner_id, part, book, balance, floor)
    SELECT ${c.district}::uuid, wanted.id, wanted.owner_id, wanted.part, wanted.book, 0, wanted.floor
    FROM unnest(${pots.map(() => newId())}::uuid[], ${pots.map(({ owner }) => owner)}::uuid[], ${pots.map(({ part }) => part)}::text[], ${pots.map(({ book }) => book)}::text[], ${pots.map(({ floor }) => (floor === null ? null : String(floor)))}::bigint[])
      AS wanted(id, owner_id, part, book, floor)
    WHERE NOT EXISTS (SELECT 1 FROM ledger_account a WHERE a.district_id = ${c.district}::uuid AND a.owner_id = wanted.owner_id AND a.part = wanted.part)
    ON CONFLICT DO NOTHING`;
}

/** All pots that postings touch, each once, in the order in which they are held. */
function potsOf(postings: readonly Posting[]): Pot[] {
  const pots = new Map(postings.flatMap(({ from, to }) => [from, to]).map((pot) => [keyOf(pot), pot]));
  return [...pots.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pot]) => pot);
}
