import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, StartFailure } from '#platform';
import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { ELIGIBLE, openCall } from '../support/chain.js';
import { freshDatabase, startTestService, type TestService } from '../support/service.js';

const FAILS = 'ALTER TABLE entry ADD COLUMN later_fails text; CREATE TABLE later_fails (id uuid PRIMARY KEY); ALTER TABLE no_such_table ADD COLUMN x text;';
/** What a newer program may add to tables that the running one reads as a whole, in part, and through its sign-in. */
const ADDS = `ALTER TABLE auth_user ADD COLUMN later_on text DEFAULT 'x'; ALTER TABLE auth_session ADD COLUMN later_on text; ALTER TABLE entry ADD COLUMN later_on jsonb DEFAULT '{}'; ALTER TABLE aggregate ADD COLUMN later_on int NOT NULL DEFAULT 0;
CREATE TABLE later (id uuid PRIMARY KEY); CREATE INDEX later_title ON entry (district_id, title);`;

describe('a newer program that migrates the database under one that runs', () => {
  let service: TestService;
  let url: string;
  let team: Visitor;
  let entry: string;
  let folder: string;
  let saved = 0;

  /** The migrations of a program that has one more. */
  const withOneMore = (name: string, sql: string): string => {
    cpSync('prisma/migrations', folder, { recursive: true });
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'migration.sql'), sql);
    return folder;
  };
  /** Saves, reads, signs in and lets what follows be done, often enough for every statement to be one that is known. */
  const works = async () => {
    for (let n = 0; n < 25; n++) {
      await team.patch(`/entries/${entry}`, { abstract: `第 ${++saved} 稿` });
      expect(await team.get<object>(`/entries/${entry}`)).toMatchObject({ abstract: `第 ${saved} 稿` });
      await team.signIn();
    }
    await service.settle();
  };
  const columns = async (name: string) => (await service.database.pool.query('SELECT table_name FROM information_schema.columns WHERE column_name = $1', [name])).rows.length;

  beforeAll(async () => {
    url = await freshDatabase();
    service = await startTestService({ environment: { DATABASE_URL: url } });
    const call = await openCall(await service.office());
    team = await service.visitor('team').signUp();
    ({ id: entry } = await team.post<{ id: string }>(`/calls/${call}/entries`, { title: '进行中的项目', abstract: '第 0 稿', facts: ELIGIBLE }));
    await works();
  });
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'trellis-migrations-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  afterAll(() => service.stop());

  it('leaves nothing of a migration that fails, and the running one goes on', async () => {
    const failed = migrate(url, { folder: withOneMore('99990101000000_fails', FAILS) });
    await expect(failed).rejects.toThrow(StartFailure);
    await expect(failed).rejects.toThrow(/99990101000000_fails failed and was taken back: .*no_such_table/);
    expect(await columns('later_fails')).toBe(0);
    expect((await service.database.pool.query("SELECT 1 FROM pg_tables WHERE tablename = 'later_fails'")).rows).toEqual([]);
    await works();
    // The program that runs would also start again: the ledger has nothing that it does not know.
    expect(await migrate(url)).toEqual([]);
  });

  it('may add columns, tables and indexes: old and new run side by side, and the old one starts no more', async () => {
    expect(await migrate(url, { folder: withOneMore('99990102000000_adds', ADDS) })).toEqual(['99990102000000_adds']);
    expect(await columns('later_on')).toBe(4);
    await works();
    await expect(migrate(url)).rejects.toThrow(/newer than this program: it holds the migration 99990102000000_adds/);
  });
});
