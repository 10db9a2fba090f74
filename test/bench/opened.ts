import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#platform';
import { Visitor } from '../../apps/cli/demo/visitor.js';
import { makeAdministrator } from '../../apps/service/administrator.js';
import { startService, type Service } from '../../apps/service/service.js';

/** An installation of its own on an embedded PostgreSQL, everything in this process, with an office that is signed in. */
export async function opened(port: number): Promise<{ service: Service; office: Visitor; close: () => Promise<void> }> {
  const home = mkdtempSync(join(tmpdir(), 'trellis-bench-'));
  const service = await startService(readConfig({ TRELLIS_HOME: home, PORT: String(port), LOG_LEVEL: 'error', SIGN_INS_A_MINUTE: '1000', REQUESTS_A_MINUTE: '1000000' }), { works: true });
  await service.listen();
  const office = new Visitor(service.config.baseUrl, 'office', 'office@bench.example', 'correct horse battery');
  await makeAdministrator(service.app, office);
  await office.signIn();
  const close = async () => {
    await service.stop();
    rmSync(home, { recursive: true, force: true });
  };
  return { service, office, close };
}
