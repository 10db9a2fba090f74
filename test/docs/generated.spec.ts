import { readdirSync, readFileSync } from 'node:fs';
import { apiDocument } from '#platform';
import { parse } from 'yaml';
import { answerSchemas, eventSchemas } from '../../scripts/answer-schemas.js';
import { asyncApi, eventsPage, statesPage } from '../../scripts/generated-docs.js';
import { startTestService } from '../support/service.js';

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
    expect(readFileSync('docs/openapi.json', 'utf8')).toBe(`${JSON.stringify(apiDocument(service.app), null, 1)}\n`);
    await service.stop();
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
