import { existsSync } from 'node:fs';
import { verifyAudit, type Database } from '#platform';
import type { ShortCall } from './clients.js';
import type { History, Item } from './history.js';
import { linearisable, type Asked, type Model } from './linearisable.js';
import type { World } from './world.js';

/** What the database and the files say after the faults, held against what the clients were told: every sentence is a loss. */
export async function losses(database: Database, world: World, history: History, shortCalls: readonly ShortCall[], fileOf: (sha256: string) => string): Promise<string[]> {
  const found: string[] = [];
  const rows = async <T extends object>(text: string, ...values: unknown[]) => (await database.pool.query<T>(text, values)).rows;
  /** A query that finds only what is wrong. */
  const none = async (what: string, text: string, ...values: unknown[]) => {
    const wrong = await rows(text, ...values);
    if (wrong.length > 0) found.push(`${what}: ${wrong.length}, such as ${JSON.stringify(wrong[0])}`);
  };
  const of = (...kinds: string[]) => history.items.filter(({ kind }) => kinds.includes(kind));
  const by = (items: readonly Item[]) => Map.groupBy(items, ({ target }) => target);

  // Nothing is owed, and nothing was given up.
  await none('events that a reaction still owes', 'SELECT event_id, reaction, failure FROM pending');
  await none('events not handed over', 'SELECT event_id FROM outbox');
  await none('deadlines that have passed and were not kept', "SELECT id, name, at FROM deadline WHERE at < now() - interval '5 seconds'");

  // Every command that was answered is kept once with the answer that was given; one that was refused left nothing.
  const kept = new Map((await rows<{ key: string; id: string | null }>("SELECT key, answer->>'id' AS id FROM answer")).map(({ key, id }) => [key, id]));
  for (const { kind, key, outcome, answer } of history.items) {
    if (key === '') continue;
    if (outcome === 'done' && !kept.has(key)) found.push(`${kind} was answered and is not kept: ${key}`);
    else if (outcome === 'done' && answer['id'] !== undefined && kept.get(key) !== answer['id']) found.push(`${kind} was answered with another id than is kept: ${key}`);
    else if (outcome === 'refused' && kept.has(key)) found.push(`${kind} was refused and is kept: ${key}`);
  }

  // Entries and papers: each is there once, or, where nobody was told, at most once.
  const times = (items: readonly Item[], counted: ReadonlyMap<string, number>, nameOf: (item: Item) => string) => {
    for (const item of items) {
      const n = counted.get(nameOf(item)) ?? 0;
      if (item.outcome === 'done' ? n !== 1 : item.outcome === 'refused' ? n !== 0 : n > 1) found.push(`${item.kind} “${nameOf(item)}” was ${item.outcome} and is there ${n} times`);
    }
  };
  const count = async (text: string) => new Map((await rows<{ name: string; n: number }>(text)).map(({ name, n }) => [name, n]));
  times(of('draft-entry'), await count('SELECT title AS name, count(*)::int AS n FROM entry GROUP BY title'), ({ value }) => String(value));
  times(of('add-document'), await count('SELECT name, count(*)::int AS n FROM document GROUP BY name'), ({ value }) => String(value));
  times(of('submit-entry'), await count("SELECT aggregate_id AS name, count(*)::int AS n FROM event WHERE name = 'entry:submitted' GROUP BY aggregate_id"), ({ target }) => target);
  for (const { sha256 } of await rows<{ sha256: string }>('SELECT DISTINCT sha256 FROM document')) if (!existsSync(fileOf(sha256))) found.push(`the file ${sha256} of a document is not there`);
  await none('events and states of entries that differ', "SELECT e.id, a.state FROM entry e JOIN aggregate a ON a.id = e.id WHERE (a.state IN ('draft', 'lapsed')) = EXISTS (SELECT 1 FROM event v WHERE v.aggregate_id = e.id AND v.name = 'entry:submitted')");

  // The hot commands: some order of them, one after the other, gives every answer that was given and what is there now.
  const ordered = <S, C>(what: string, model: Model<S, C, string>, asked: Asked<C, string>[]) => {
    if (!linearisable(asked, model)) found.push(`${what} has a history that no order explains`);
  };
  const abstracts = new Map((await rows<{ id: string; abstract: string }>('SELECT id, abstract FROM entry')).map(({ id, abstract }) => [id, abstract]));
  // A change is refused once the call has closed.
  for (const [entry, items] of by(of('change-entry', 'read-entry').filter(({ outcome }) => outcome !== 'refused')))
    ordered(`entry ${entry}`, ENTRY, [...items.map((item) => asked(item, { does: item.kind, value: String(item.value) }, item.kind === 'read-entry' ? String(item.value) : 'done')), last({ does: 'read-entry', value: '' }, abstracts.get(entry) ?? '')]);
  const innovation = new Map((await rows<{ sheet: string; value: string }>("SELECT m.sheet_id AS sheet, trim_scale(m.value)::text AS value FROM mark m JOIN aspect a ON a.id = m.aspect_id WHERE a.key = 'innovation'")).map(({ sheet, value }) => [sheet, value]));
  const typed = new Map((await rows<{ sheet: string; value: string | null }>("SELECT id AS sheet, draft->'values'->>'mark-innovation' AS value FROM score_sheet")).map(({ sheet, value }) => [sheet, value]));
  for (const [sheet, items] of by(of('save-sheet', 'submit-sheet')))
    ordered(`sheet ${sheet}`, SHEET, [...items.map((item) => asked(item, { does: item.kind, value: String(item.value) }, 'done')), last({ does: 'read', value: '' }, innovation.has(sheet) ? `in ${innovation.get(sheet)}` : `typed ${typed.get(sheet) ?? ''}`)]);
  const holders = new Map((await rows<{ site: string; deal: string }>("SELECT site_id AS site, deal_id AS deal FROM site_hold WHERE until IS NULL OR until >= \"from\"")).map(({ site, deal }) => [site, deal]));
  for (const [site, items] of by(of('reserve-site', 'give-up-reservation')))
    ordered(`site ${site}`, SITE, [...items.map((item) => asked(item, { does: item.kind, value: String(item.value) }, 'done')), last({ does: 'read', value: '' }, holders.get(site) ?? 'free')]);
  const approved = await rows<{ n: number }>("SELECT count(*)::int AS n FROM fund_proposal p JOIN aggregate a ON a.id = p.id WHERE a.state = 'approved' AND p.fund_id = $1", world.fund);
  ordered('the fund', { initial: 0, step: (n, { does }) => (does === 'read' ? { state: n, result: String(n) } : n < world.affordable ? { state: n + 1, result: 'done' } : { state: n, result: 'refused' }) }, [...of('close-vote').map((item) => asked(item, { does: 'close-vote' }, 'done')), last({ does: 'read' }, String(approved[0]?.n))]);

  // Books: every amount was moved once, and balances are the sums of what moved.
  const moved = (await rows<{ amount: string }>("SELECT amount::text FROM transfer WHERE about_id = $1 AND book = 'money'", world.pledged)).map(({ amount }) => Number(amount));
  for (const { value, outcome } of of('record-drawdown')) if (outcome === 'done' && !moved.includes(Number(value))) found.push(`the drawdown of ${value} fen was answered and is not in the books`);
  await none('accounts that are not the sum of their transfers', `SELECT a.id, a.balance FROM ledger_account a LEFT JOIN (SELECT id, sum(amount) AS amount FROM (SELECT to_id AS id, amount FROM transfer UNION ALL SELECT from_id, -amount FROM transfer) moved GROUP BY id) s USING (id) WHERE a.balance <> coalesce(s.amount, 0)`);

  // The record: every thing has its versions without a gap, each hangs on the one before, and its last is what the thing is.
  await none('gaps in the record', 'SELECT aggregate_id FROM audit_entry GROUP BY aggregate_id HAVING count(*) <> max(version) OR min(version) <> 1');
  await none('entries that do not hang on the one before', 'SELECT aggregate_id, version FROM (SELECT *, lag(hash) OVER w AS hash_before, lag(to_state) OVER w AS state_before FROM audit_entry WINDOW w AS (PARTITION BY aggregate_id ORDER BY version)) a WHERE version > 1 AND (previous <> hash_before OR from_state IS DISTINCT FROM state_before)');
  await none('things that are not what their record says', 'SELECT a.id FROM aggregate a LEFT JOIN audit_entry e ON e.aggregate_id = a.id AND e.version = a.version WHERE e.hash IS DISTINCT FROM a.head OR e.to_state IS DISTINCT FROM a.state');
  await none('events outside the record', 'SELECT v.id FROM event v LEFT JOIN audit_entry e ON e.aggregate_id = v.aggregate_id AND e.version = v.version WHERE e.hash IS NULL');
  for (const { what, where, detail } of (await verifyAudit(database)).findings) found.push(`the record at ${where} was ${what}: ${detail}`);

  // Reactions: none moved a thing twice for one event, and none of what they tell is missing or told twice.
  await none('events handled twice', 'SELECT cause, command, aggregate_id FROM audit_entry WHERE cause IS NOT NULL GROUP BY cause, command, aggregate_id HAVING count(*) > 1');
  await none('entries handed in whose team was not told once', "SELECT v.id FROM event v LEFT JOIN notification n ON n.event_id = v.id WHERE v.name = 'entry:submitted' GROUP BY v.id HAVING count(n.id) <> 1");

  // Deadlines: each was kept once, as of its own time, and the call closed once and took nothing afterwards.
  for (const { id, closesAt } of shortCalls) {
    const kept = await rows<{ name: string; at: Date }>("SELECT name, at FROM event WHERE aggregate_id = $1 AND name IN ('call:closing-time', 'call:closed') ORDER BY version", id);
    const [time, closed, ...more] = kept;
    if (time?.at.toISOString() !== closesAt || closed?.name !== 'call:closed' || more.length > 0) found.push(`the call that closes at ${closesAt} has ${JSON.stringify(kept)}`);
  }
  await none('entries taken after the call had closed', "SELECT v.id FROM event v JOIN entry e ON e.id = v.aggregate_id JOIN call c ON c.id = e.call_id WHERE v.name = 'entry:submitted' AND v.at >= c.closes_at");
  return found;
}

interface Does {
  readonly does: string;
  readonly value: string;
}

const ENTRY: Model<string, Does, string> = {
  initial: '0',
  step: (abstract, { does, value }) => (does === 'read-entry' ? { state: abstract, result: abstract } : { state: value, result: 'done' }),
};

const SHEET: Model<{ typed: string; in: string | null }, Does, string> = {
  initial: { typed: '', in: null },
  step: (state, { does, value }) => {
    if (does === 'read') return { state, result: state.in === null ? `typed ${state.typed}` : `in ${state.in}` };
    if (state.in !== null) return { state, result: 'refused' };
    return { state: does === 'save-sheet' ? { ...state, typed: value } : { ...state, in: value }, result: 'done' };
  },
};

const SITE: Model<string, Does, string> = {
  initial: 'free',
  step: (holder, { does, value }) => {
    if (does === 'read') return { state: holder, result: holder };
    if (does === 'reserve-site') return holder === 'free' ? { state: value, result: 'done' } : { state: holder, result: 'refused' };
    return holder === value ? { state: 'free', result: 'done' } : { state: holder, result: 'refused' };
  },
};

const asked = <C>({ outcome, invoked, returned }: Item, call: C, answer: string): Asked<C, string> => ({ call, invoked, returned, result: outcome === 'done' ? answer : outcome === 'refused' ? 'refused' : undefined });

/** What is there when all is over. */
const last = <C>(call: C, result: string): Asked<C, string> => ({ call, result, invoked: Number.MAX_SAFE_INTEGER, returned: Number.MAX_SAFE_INTEGER });
