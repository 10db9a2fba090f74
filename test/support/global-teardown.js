import { rmSync } from 'node:fs';
import { removeEmbeddedPostgres } from '../../dist/libs/platform/index.js';

export default async function tearDown() {
  const { postgres, home, redis } = globalThis.trellisTest;
  redis?.child.kill();
  await postgres.stop();
  await removeEmbeddedPostgres(home);
  rmSync(home, { recursive: true, force: true });
}
