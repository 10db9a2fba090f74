/**
 * Prints the SQL that makes prisma/schema from the schema in the folder given (`git worktree` or `git archive` brings an
 * earlier one), or from nothing: the body of a new migration.
 */
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { startEmbeddedPostgres } from '#platform';

// Node can't import .wasm, so the engine inside Prisma's package is instantiated by hand.
const folderOfEngine = 'node_modules/@prisma/schema-engine-wasm';
const engine = await import(pathToFileURL(resolve(folderOfEngine, 'schema_engine_bg.js')).href);
const wasm = await readFile(join(folderOfEngine, 'schema_engine_bg.wasm'));
const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': engine });
engine.__wbg_set_wasm(instance.exports);
(instance.exports['__wbindgen_start'] as () => void)();

const schemaIn = async (folder: string) => Promise.all((await readdir(folder)).map(async (path) => ({ path, content: await readFile(join(folder, path), 'utf8') })));
const files = await schemaIn('prisma/schema');
const earlier = process.argv[2];
const home = await mkdtemp(join(tmpdir(), 'trellis-schema-'));
// PostgreSQL runs as another user where the script is run by root, and has to pass through.
await chmod(home, 0o755);
const postgres = await startEmbeddedPostgres(home, { fast: true });
try {
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(postgres.url));
  const schema = await engine.SchemaEngine.new({ datamodels: files.map((f) => [f.path, f.content]) }, () => {}, adapter);
  const { stdout } = await schema.diff({
    from: earlier === undefined ? { tag: 'empty' } : { tag: 'schemaDatamodel', files: await schemaIn(earlier) },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: null,
    shadowDatabaseUrl: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  process.stdout.write(stdout);
} finally {
  await postgres.stop();
  await rm(home, { recursive: true, force: true });
}
