/**
 * Plays the demo without its imported season and keeps what it wrote in test/released, under the name of the last
 * migration; or keeps what is under the home given. Done before a migration is added: test/faults/released-schemas
 * brings each to the schema of now.
 */
import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptFile, MANIFEST, readManifest, writeArchive } from '#archive';
import { Database, Files, MovableClock, readConfig, startEmbeddedPostgres } from '#platform';
import { Listr } from 'listr2';
import { gather } from '../apps/cli/demo/cast.js';
import { Stage } from '../apps/cli/demo/stage.js';
import { playThreeYears, STARTS } from '../apps/cli/demo/three-years.js';
import { startService } from '../apps/service/service.js';

/** Papers that are longer are left out: schemas change nothing in them. In bytes. */
const SHORT = 5000;

async function play(home: string): Promise<void> {
  const clock = new MovableClock(new Date(`${STARTS}T09:00:00+08:00`));
  const service = await startService(readConfig({ TRELLIS_HOME: home, PORT: '3462', LOG_LEVEL: 'warn', SIGN_INS_A_MINUTE: '100000', REQUESTS_A_MINUTE: '1000000' }), { clock, works: true });
  await service.listen();
  const stage = new Stage(service, clock, () => undefined);
  await new Listr(playThreeYears(stage, await gather(service, stage))).run();
  await service.stop();
}

/** Whoever was signed in is so no more, and no keys are kept. */
async function keep(home: string): Promise<string> {
  const server = await startEmbeddedPostgres(home, { fast: true });
  const database = new Database(server.url, 2);
  try {
    await database.pool.query('DELETE FROM auth_session');
    const { rows } = await database.pool.query<{ name: string }>('SELECT max(migration_name) AS name FROM _prisma_migrations');
    const folder = join('test/released', rows[0]!.name);
    await writeArchive({ database, files: await Files.open(readConfig({ TRELLIS_HOME: home })), keys: {} }, folder, { at: new Date('2026-01-01T00:00:00Z'), packed: true });
    await rm(join(folder, 'keys'), { recursive: true });
    await rm(join(folder, 'README.md'));
    const manifest = await readManifest(folder);
    const long = new Set<string>();
    for (const hash of manifest.files) {
      const path = keptFile(folder, hash);
      if ((await stat(path)).size <= SHORT) continue;
      long.add(hash);
      await rm(path);
    }
    await writeFile(join(folder, MANIFEST), `${JSON.stringify({ ...manifest, files: manifest.files.filter((hash) => !long.has(hash)) })}\n`);
    return folder;
  } finally {
    await database.close();
    await server.stop();
  }
}

const given = process.argv[2];
const home = given ?? (await mkdtemp(join(tmpdir(), 'trellis-keep-')));
if (given === undefined) {
  // PostgreSQL runs as another user where the script is run by root, and has to pass through.
  await chmod(home, 0o755);
  await play(home);
}
process.stdout.write(`${await keep(home)}\n`);
if (given === undefined) await rm(home, { recursive: true, force: true });
