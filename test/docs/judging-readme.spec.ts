import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

describe('libs/judging/README.md', () => {
  const page = readFileSync('libs/judging/README.md', 'utf8');

  it('has an example that runs, and says what it says', () => {
    const example = /```ts\n([^]*?)```/.exec(page)![1]!;
    const out = execFileSync(process.execPath, ['--input-type=module', '-e', example], { encoding: 'utf8' });
    expect(out).toContain('[ 0, 2, 3, 4 ] 21\n[]\n');
    expect(out).toMatch(/stability: 0\.\d+/);
    expect(out).toMatch(/entry: \d, judge: \d, gain: 0\.\d+/);
  });

  it('names every function that the door has', async () => {
    const door = readFileSync('libs/judging/index.ts', 'utf8');
    const names = [...door.matchAll(/export \{([^}]*)\}/g)].flatMap(([, list]) => list!.split(',').map((one) => one.trim())).filter((one) => /^[a-z]/.test(one) && !one.startsWith('type '));
    const missing = names.filter((name) => !page.includes(name));
    expect(missing).toEqual([]);
  });
});
