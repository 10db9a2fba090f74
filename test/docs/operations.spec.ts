import { readFileSync } from 'node:fs';
import { Metrics } from '#platform';
import { startTestService, type TestService } from '../support/service.js';

const ALERTS = readFileSync('deploy/prometheus/alerts.yml', 'utf8');
const DASHBOARD = readFileSync('deploy/grafana/trellis.json', 'utf8');

describe('what is watched', () => {
  let service: TestService;
  beforeAll(async () => void (service = await startTestService()));
  afterAll(() => service.stop());

  it.each([
    ['alerts', ALERTS],
    ['dashboard', DASHBOARD],
  ])('is there: %s', async (_, text) => {
    const told = await service.app.get(Metrics).read();
    const named = [...new Set([...text.matchAll(/\b(?:trellis|nodejs|process)_[a-z0-9_]+/g)].map(([name]) => name))];
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((name) => !new RegExp(`^# TYPE ${name.replace(/_(count|bucket|sum)$/, '')} `, 'm').test(told))).toEqual([]);
  });

  it('has for each alert what to do when it comes, and nothing besides', () => {
    const alerts = [...ALERTS.matchAll(/alert: (\w+)/g)].map(([, name]) => name!);
    const runbooks = [...readFileSync('docs/operate.md', 'utf8').matchAll(/^### (Trellis\w+)$/gm)].map(([, name]) => name!);
    expect(runbooks).toEqual(alerts);
  });
});
