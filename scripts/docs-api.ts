/** Writes what routes answer (libs/platform/http/answers.json), the whole API's document (docs/openapi.json) and that of the events (docs/asyncapi.json). */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiDocument, Permissions, readConfig, ROOT } from '#platform';
import { startService } from '../apps/service/service.js';
import { answerSchemas, eventSchemas } from './answer-schemas.js';
import { asyncApi, permissionsPage } from './generated-docs.js';

const asText = (value: object): string => `${JSON.stringify(value, null, 1)}\n`;

writeFileSync(join(ROOT, 'libs/platform/http/answers.json'), asText(answerSchemas(ROOT)));
writeFileSync(join(ROOT, 'docs/asyncapi.json'), asText(asyncApi(eventSchemas(ROOT))));
const home = mkdtempSync(join(tmpdir(), 'trellis-api-'));
const service = await startService(readConfig({ TRELLIS_HOME: home, LOG_LEVEL: 'silent', DATABASE_FAST: 'true' }), { works: false });
const document = apiDocument(service.app);
writeFileSync(join(ROOT, 'docs/openapi.json'), asText(document));
writeFileSync(join(ROOT, 'docs/permissions.md'), permissionsPage(document, service.app.get(Permissions)));
await service.stop();
rmSync(home, { recursive: true, force: true });
