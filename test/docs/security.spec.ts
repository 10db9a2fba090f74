import { existsSync, readFileSync } from 'node:fs';

const SECURITY = readFileSync('docs/security.md', 'utf8');
const ASVS = readFileSync('docs/asvs.md', 'utf8');

/** Whether a version is at least another, by numbers. */
const isAtLeast = (version: string, oldest: string): boolean => version.localeCompare(oldest, 'en', { numeric: true }) >= 0;

describe('what is said of security', () => {
  it('holds of the libraries: none is older than it may be', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, { version?: string }> };
    const line = /## Oldest versions allowed\n\n(.+?)\.\n/s.exec(SECURITY)![1]!;
    const allowed = line.split(/,\s+/).map((one) => one.split(' ') as [string, string]);
    expect(allowed.length).toBeGreaterThan(4);
    for (const [name, oldest] of allowed) {
      const found = Object.entries(lock.packages).filter(([path]) => path.endsWith(`node_modules/${name === 'NestJS' ? '@nestjs/core' : name}`));
      expect([name, found.length > 0]).toEqual([name, true]);
      for (const [path, { version }] of found) expect([path, version, isAtLeast(version ?? '', oldest)]).toEqual([path, version, true]);
    }
  });

  it('names tests that there are', () => {
    const places = ['test/http', 'test/cli', 'test/faults', 'test/browser', 'test/docs'];
    const named = [...`${ASVS}\n${SECURITY}`.matchAll(/`([\w/.-]+\.spec\.ts)`/g)].map(([, name]) => name!);
    expect(named.length).toBeGreaterThan(60);
    expect([...new Set(named)].filter((name) => !existsSync(name) && !places.some((place) => existsSync(`${place}/${name}`)))).toEqual([]);
  });

  it('goes through every requirement once, and counts them right', () => {
    const rows = [...ASVS.matchAll(/^\| (\d+\.\d+\.\d+) \| (met|part|not met|n\/a) \| .+ \|$/gm)].map(([, id, state]) => ({ id: id!, state: state! }));
    expect([rows.length, new Set(rows.map(({ id }) => id)).size]).toEqual([253, 253]);
    const counts = ['met', 'part', 'not met', 'n/a'].map((state) => rows.filter((row) => row.state === state).length);
    expect(ASVS).toContain(`| ${counts.join(' | ')} |`);
  });
});
