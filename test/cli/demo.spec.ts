import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pause } from '#platform';
import { runCli } from '../support/cli.js';
import { freePort } from '../support/service.js';

describe('the demo', () => {
  it('plays to its end, also on what a killed run has left, and its record verifies', async () => {
    const home = mkdtempSync(join(tmpdir(), 'trellis-demo-'));
    chmodSync(home, 0o755);
    const environment = { TRELLIS_HOME: home, PORT: String(await freePort()) };
    const doomed = spawn(process.execPath, ['dist/apps/cli/main.js', 'demo'], { env: { PATH: process.env['PATH'], ...environment }, stdio: 'ignore' });
    await pause(8000);
    doomed.kill('SIGKILL');
    const { code, out, err } = await runCli(['demo', '--json'], environment);
    expect([code, err]).toEqual([0, '']);
    const { funnel, season, audit, books } = JSON.parse(out) as { funnel: { stage: string; projects: number }[]; season: object[]; audit: { findings: object[] }; books: { transfers: number; findings: object[] } };
    const projects = funnel.map((line) => line.projects);
    expect(projects[0]).toBe(85);
    expect(funnel.map(({ stage }) => stage)).toEqual(['entered', 'shortlisted', 'awarded', 'funded', 'admitted', 'graduated', 'landed', 'producing', 'above-scale']);
    for (const count of projects) expect(count).toBeGreaterThan(0);
    expect(season).toHaveLength(10);
    expect(audit.findings).toEqual([]);
    expect(books.findings).toEqual([]);
    expect(books.transfers).toBeGreaterThan(50);
    rmSync(home, { recursive: true, force: true });
  }, 240_000);
});
