import { readdirSync, readFileSync } from 'node:fs';
import { apiDocument, Permissions } from '#platform';
import { parse } from 'yaml';
import { answerSchemas, eventSchemas } from '../../scripts/answer-schemas.js';
import { asyncApi, eventsPage, permissionsPage, statesPage } from '../../scripts/generated-docs.js';
import { startTestService } from '../support/service.js';

const NO_COMMANDS = [
  ...['POST /api/operations/dead-letters/{event}/{reaction}/resend', 'POST /api/calls/{call}/eligibility', 'POST /api/calls/{call}/conflict-check', 'POST /api/rounds/{round}/messages/preview', 'POST /api/rounds/{round}/sheets', 'POST /api/rounds/{round}/shadow'],
  ...['POST /api/deliveries/bounces', 'POST /api/deliveries/{notification}/resend', 'POST /api/notifications/{notification}/read', 'POST /api/notices/{kind}/preview', 'POST /api/endpoints/{endpoint}/dispatches/{event}/resend'],
];

describe('pages made from the code', () => {
  it.each([
    ['docs/states.md', statesPage],
    ['docs/events.md', eventsPage],
  ])('%s is up to date (npm run docs:states)', (path, page) => {
    expect(readFileSync(path, 'utf8')).toBe(page());
  });
});

describe('the API’s document', () => {
  it('says what routes answer now (npm run docs:api)', async () => {
    expect(readFileSync('libs/platform/http/answers.json', 'utf8')).toBe(`${JSON.stringify(answerSchemas(process.cwd()), null, 1)}\n`);
    const service = await startTestService({ works: false });
    const document = apiDocument(service.app);
    expect(readFileSync('docs/openapi.json', 'utf8')).toBe(`${JSON.stringify(document, null, 1)}\n`);
    expect(readFileSync('docs/permissions.md', 'utf8')).toBe(permissionsPage(document, service.app.get(Permissions)));
    await service.stop();
  });

  it('has a door at every route, and a permission at every one that changes something', () => {
    const { paths } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as { paths: Record<string, Record<string, { 'x-door'?: string; 'x-permission'?: object }>> };
    const routes = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ route: `${method.toUpperCase()} ${path}`, operation })));
    expect(routes.filter(({ operation }) => operation['x-door'] !== 'open' && operation['x-door'] !== 'signed-in').map(({ route }) => route)).toEqual([]);
    // What is no command: asks without changing anything, sends again what is on its way, or marks one's own notice.
    expect(routes.filter(({ route, operation }) => !route.startsWith('GET') && !operation['x-permission']).map(({ route }) => route)).toEqual(NO_COMMANDS);
  });
});

describe('the document of the events', () => {
  it('says of each event that there is what it carries (npm run docs:api)', () => {
    const text = readFileSync('docs/asyncapi.json', 'utf8');
    expect(text).toBe(`${JSON.stringify(asyncApi(eventSchemas(process.cwd())), null, 1)}\n`);
    const { components } = JSON.parse(text) as { components: { messages: Record<string, { payload: { properties: { data: { properties: { said: { properties?: object } } } } } }> } };
    expect(components.messages['holiday_set']!.payload.properties.data.properties.said.properties).toMatchObject({ name: { type: 'string' }, worked: { type: 'boolean' } });
  });
});

describe('classes of inputs and controllers', () => {
  it('have names of their own: the API’s document and its answers are keyed by them', () => {
    const files = readdirSync('libs', { recursive: true, encoding: 'utf8' }).filter((file) => /\.ts$/.test(file) && !file.includes('generated'));
    const names = files.flatMap((file) => [...readFileSync(`libs/${file}`, 'utf8').matchAll(/^(?:export )?class (\w+)/gm)].map(([, name]) => name!));
    expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual([]);
  });
});

describe('docker-compose.yml', () => {
  const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as { services: Record<string, { image?: string; build?: unknown; command?: string[]; depends_on?: object; environment?: Record<string, string> }>; volumes: object };

  it('runs the api and the worker apart, on PostgreSQL, Valkey, an S3 store and a mail catcher', () => {
    expect(Object.keys(compose.services).sort()).toEqual(['api', 'files', 'files-bucket', 'mail', 'key-folder', 'postgres', 'valkey', 'worker'].sort());
    for (const name of ['api', 'worker']) {
      const { environment, depends_on } = compose.services[name]!;
      for (const setting of ['DATABASE_URL', 'REDIS_URL', 'S3_URL', 'SMTP_URL']) expect(environment).toHaveProperty(setting);
      for (const needed of ['postgres', 'valkey']) expect(depends_on).toHaveProperty(needed);
    }
    expect(compose.services['api']!.command).toEqual(['dist/apps/api/main.js']);
    expect(compose.services['worker']!.command).toEqual(['dist/apps/worker/main.js']);
    expect(compose.services['valkey']!.command).toContain('noeviction');
  });
});
