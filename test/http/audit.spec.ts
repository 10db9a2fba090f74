import { Checkpoints, DISTRICT, MovableClock, SigningKey, verifyAudit } from '#platform';
import type { DistrictId } from '#kernel';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { enter, openCall } from '../support/chain.js';
import { runCli } from '../support/cli.js';
import { startTestService, type TestService } from '../support/service.js';

let service: TestService;
let entry: string;
let receipt: object;

beforeAll(async () => {
  service = await startTestService();
  const office = await service.office();
  const call = await openCall(office);
  const entered = await enter(service, call, 'alpha');
  entry = entered.entry;
  receipt = await entered.team.get<object>(`/entries/${entry}/receipt`);
  await service.settle();
  await service.app.get(Checkpoints).make(service.app.get<DistrictId>(DISTRICT));
});
afterAll(() => service.stop());

/** Changes the record behind the service's back, looks what the check finds, and takes the change back. */
async function tamper(...statements: string[]): Promise<{ what: string; where: string; detail: string }[]> {
  const client = await service.database.pool.connect();
  try {
    await client.query('ALTER TABLE audit_entry DISABLE TRIGGER USER; ALTER TABLE event DISABLE TRIGGER USER');
    await client.query('CREATE SCHEMA kept; CREATE TABLE kept.audit_entry AS TABLE audit_entry; CREATE TABLE kept.event AS TABLE event; CREATE TABLE kept.aggregate AS TABLE aggregate; CREATE TABLE kept.checkpoint AS TABLE checkpoint; CREATE TABLE kept.checkpoint_leaf AS TABLE checkpoint_leaf');
    for (const statement of statements) await client.query(statement.replaceAll('$ENTRY', `'${entry}'`));
    return [...(await verifyAudit(service.database)).findings];
  } finally {
    await client.query('DELETE FROM audit_entry; DELETE FROM event; INSERT INTO audit_entry TABLE kept.audit_entry; INSERT INTO event TABLE kept.event');
    await client.query('UPDATE aggregate a SET state = k.state, version = k.version, head = k.head FROM kept.aggregate k WHERE k.id = a.id; DELETE FROM checkpoint_leaf; DELETE FROM checkpoint; INSERT INTO checkpoint TABLE kept.checkpoint; INSERT INTO checkpoint_leaf TABLE kept.checkpoint_leaf');
    await client.query('DROP SCHEMA kept CASCADE; ALTER TABLE audit_entry ENABLE TRIGGER USER; ALTER TABLE event ENABLE TRIGGER USER');
    client.release();
  }
}

describe('the record', () => {
  it('is whole as the service wrote it', async () => {
    const { findings, checkpoints } = await verifyAudit(service.database);
    expect(findings).toEqual([]);
    expect(checkpoints).toBeGreaterThan(0);
  });

  it('is whole under checkpoints that several processes make at once, and whose clocks run apart', async () => {
    const district = service.app.get<DistrictId>(DISTRICT);
    const office = await service.visitor('office').signIn();
    const behind = new Checkpoints(service.database, service.app.get(SigningKey), new MovableClock(new Date('2025-03-02T09:00:00+08:00')));
    const change = () => office.post('/organisations', { name: '单位' });
    for (let n = 0; n < 8; n++) {
      await Promise.all([change(), change(), change()]);
      await Promise.all([service.app.get(Checkpoints).make(district), change(), behind.make(district), change(), service.app.get(Checkpoints).make(district)]);
    }
    const { findings, checkpoints } = await verifyAudit(service.database);
    expect(findings).toEqual([]);
    expect(checkpoints).toBeGreaterThan(7);
  });

  it('is not changed by anyone who goes through the database’s front door', async () => {
    await expect(service.database.pool.query('UPDATE audit_entry SET actor = $1', ['nobody'])).rejects.toThrow('never changed');
    await expect(service.database.pool.query('DELETE FROM event')).rejects.toThrow('never changed');
  });

  it.each<[string, string[], string, string]>([
    ['an actor changed', ["UPDATE audit_entry SET actor = 'person:x' WHERE aggregate_id = $ENTRY AND version = 2"], 'changed', 'version 2'],
    ['an event’s payload changed', [`UPDATE event SET payload = jsonb_set(payload, '{title}', '"another"') WHERE aggregate_id = $ENTRY AND version = 1`], 'changed', 'version 1'],
    ['an event removed', ['DELETE FROM event WHERE aggregate_id = $ENTRY AND version = 2'], 'changed', 'version 2'],
    ['an entry removed in the middle', ['DELETE FROM audit_entry WHERE aggregate_id = $ENTRY AND version = 1'], 'removed', 'version 1'],
    ['the last entry removed', ['DELETE FROM audit_entry WHERE aggregate_id = $ENTRY AND version = 2'], 'removed', 'version 2'],
    ['the last entry removed and the thing set back', ['DELETE FROM event WHERE aggregate_id = $ENTRY AND version = 2', 'DELETE FROM audit_entry WHERE aggregate_id = $ENTRY AND version = 2', "UPDATE aggregate SET version = 1, state = 'draft', head = (SELECT hash FROM audit_entry WHERE aggregate_id = $ENTRY AND version = 1) WHERE id = $ENTRY"], 'removed', 'version 2'],
    ['an entry inserted', ["INSERT INTO audit_entry SELECT district_id, aggregate_id, 3, kind, command, actor, cause, request_id, at, from_state, 'awarded', project_id, hash, repeat('a', 64) FROM audit_entry WHERE aggregate_id = $ENTRY AND version = 2"], 'inserted', 'version 3'],
    ['an event inserted', ["INSERT INTO event SELECT district_id, gen_random_uuid(), aggregate_id, kind, 9, 0, 'entry:awarded', '{}', project_id, at, null FROM event WHERE aggregate_id = $ENTRY AND version = 2"], 'inserted', 'version 9'],
    ['a state changed beside the record', ["UPDATE aggregate SET state = 'awarded' WHERE id = $ENTRY"], 'changed', 'version 2'],
    ['a checkpoint removed', ['DELETE FROM checkpoint_leaf WHERE checkpoint_id IN (SELECT id FROM checkpoint WHERE number = 2)', 'DELETE FROM checkpoint WHERE number = 2'], 'removed', 'checkpoint 2'],
    ['a checkpoint changed', ["UPDATE checkpoint SET root = repeat('0', 64)"], 'changed', 'checkpoint'],
  ])('shows %s, and names it', async (_, statements, what, where) => {
    const findings = await tamper(...statements);
    expect(findings.some((finding) => finding.what === what && finding.where.includes(where))).toBe(true);
    expect((await verifyAudit(service.database)).findings).toEqual([]);
  });

  it('shows a whole chain that was rewritten, by the checkpoint that saw the old one', async () => {
    const findings = await tamper("UPDATE audit_entry SET hash = repeat('b', 64) WHERE aggregate_id = $ENTRY AND version = 2", "UPDATE aggregate SET head = repeat('b', 64) WHERE id = $ENTRY");
    expect(findings.some(({ detail }) => detail.startsWith('the checkpoint of'))).toBe(true);
  });

  it('is checked by the command line, which ends with 1 when it is not whole', async () => {
    const environment = { DATABASE_URL: service.config.DATABASE_URL!, TRELLIS_HOME: service.home };
    const whole = await runCli(['audit', 'verify', '--json'], environment);
    expect([whole.code, JSON.parse(whole.out)]).toMatchObject([0, { findings: [] }]);
    await service.database.pool.query("UPDATE aggregate SET state = 'awarded' WHERE id = $1", [entry]);
    const broken = await runCli(['audit', 'verify'], environment);
    await service.database.pool.query("UPDATE aggregate SET state = 'submitted' WHERE id = $1", [entry]);
    expect(broken.code).toBe(1);
    expect(broken.out).toContain(`changed: entry ${entry}, version 2`);
  });

  it('gives receipts that can be checked without the service', async () => {
    const path = join(service.home, 'receipt.json');
    writeFileSync(path, JSON.stringify(receipt));
    expect((await runCli(['audit', 'verify-receipt', path])).code).toBe(0);
    writeFileSync(path, JSON.stringify(receipt).replace('项目', '另一项目'));
    expect(await runCli(['audit', 'verify-receipt', path])).toMatchObject({ code: 1, out: expect.stringContaining('does NOT hold') });
  });
});
