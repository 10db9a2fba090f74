import Fastify from 'fastify';
import { randomUUID } from 'node:crypto';
import pg from 'pg';

/**
 * The floor of the bench `rush`, a program of its own: bare Fastify and `pg` that do what a save of a draft writes, row for
 * row, in one transaction, and nothing else: nobody is known, nothing is checked, nothing is decided.
 */
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 20 });
await pool.query(`
  CREATE TABLE floor_thing (id uuid PRIMARY KEY, version int NOT NULL, head text NOT NULL, abstract text NOT NULL, updated_at timestamptz NOT NULL);
  CREATE TABLE floor_revision (id uuid PRIMARY KEY, thing uuid NOT NULL, value jsonb NOT NULL, at timestamptz NOT NULL);
  CREATE INDEX ON floor_revision (thing);
  CREATE TABLE floor_audit (thing uuid, version int, command text, actor text, at timestamptz, previous text, hash text, PRIMARY KEY (thing, version));
  CREATE INDEX ON floor_audit (at);
  CREATE TABLE floor_event (id uuid PRIMARY KEY, thing uuid NOT NULL, version int NOT NULL, name text NOT NULL, payload jsonb NOT NULL, at timestamptz NOT NULL);
  CREATE INDEX ON floor_event (thing, version);
  CREATE INDEX ON floor_event (name);
  CREATE TABLE floor_outbox (event uuid PRIMARY KEY);
`);

const app = Fastify();
app.post<{ Params: { id: string } }>('/things/:id', async ({ params: { id } }, reply) => {
  await pool.query("INSERT INTO floor_thing VALUES ($1, 1, '', '', now())", [id]);
  return reply.status(201).send({ id });
});
app.patch<{ Params: { id: string }; Body: { abstract: string } }>('/things/:id', async ({ params: { id }, body: { abstract } }) => {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<{ version: number; head: string }>({ name: 'thing', text: 'SELECT version, head FROM floor_thing WHERE id = $1 FOR UPDATE', values: [id] });
    const [{ version, head }, hash, event] = [rows[0]!, randomUUID(), randomUUID()];
    await client.query({ name: 'revision', text: 'INSERT INTO floor_revision VALUES ($1, $2, $3, now())', values: [randomUUID(), id, JSON.stringify(abstract)] });
    await client.query({ name: 'change', text: 'UPDATE floor_thing SET version = $2, head = $3, abstract = $4, updated_at = now() WHERE id = $1', values: [id, version + 1, hash, abstract] });
    await client.query({ name: 'audit', text: "INSERT INTO floor_audit VALUES ($1, $2, 'change-entry', 'someone', now(), $3, $4)", values: [id, version + 1, head, hash] });
    await client.query({ name: 'event', text: "INSERT INTO floor_event VALUES ($1, $2, $3, 'entry:changed', '{}', now())", values: [event, id, version + 1] });
    await client.query({ name: 'outbox', text: 'INSERT INTO floor_outbox VALUES ($1)', values: [event] });
    await client.query('COMMIT');
    return { id, version: version + 1 };
  } finally {
    client.release();
  }
});
await app.listen({ port: Number(process.env['PORT']) });
process.stdout.write('floor answers\n');
