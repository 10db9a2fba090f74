/** Prints the SQL that leads from an empty database to prisma/schema: a start for a new migration. */
import { readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';

// Node can't import .wasm, so the engine inside Prisma's package is instantiated by hand.
const folderOfEngine = 'node_modules/@prisma/schema-engine-wasm';
const engine = await import(pathToFileURL(resolve(folderOfEngine, 'schema_engine_bg.js')).href);
const wasm = await readFile(join(folderOfEngine, 'schema_engine_bg.wasm'));
const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': engine });
engine.__wbg_set_wasm(instance.exports);
(instance.exports['__wbindgen_start'] as () => void)();

const folder = 'prisma/schema';
const files = await Promise.all(
  (await readdir(folder)).map(async (path) => ({ path, content: await readFile(join(folder, path), 'utf8') })),
);
const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(process.env['DATABASE_URL'] ?? ''));
const schema = await engine.SchemaEngine.new({ datamodels: files.map((f) => [f.path, f.content]) }, () => {}, adapter);
const filters = { externalTables: [], externalEnums: [] };
const { stdout } = await schema.diff({
  from: { tag: 'empty' },
  to: { tag: 'schemaDatamodel', files },
  script: true,
  exitCode: null,
  shadowDatabaseUrl: null,
  filters,
});
process.stdout.write(stdout);
