import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

interface Audit {
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly via: readonly (string | { readonly title: string; readonly url: string })[] }>>;
}

// Grave advisories against what the service runs with fail, but those that docs/security.md excepts by the library's name.
const excepted = [...readFileSync('docs/security.md', 'utf8').matchAll(/^\| `(@?[\w/-]+)` /gm)].map(([, name]) => name);
const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8' });
const { vulnerabilities } = JSON.parse(stdout || '{}') as Audit;
if (!vulnerabilities) {
  process.stdout.write('The registry tells no advisories from here\n');
} else {
  const grave = Object.entries(vulnerabilities).filter(([name, { severity }]) => /high|critical/.test(severity) && !excepted.includes(name));
  for (const [name, { severity, via }] of grave) process.stdout.write(`${severity}: ${name}: ${via.map((one) => (typeof one === 'string' ? one : `${one.title} ${one.url}`)).join(', ')}\n`);
  process.stdout.write(`${grave.length} grave advisories, ${excepted.length} excepted\n`);
  process.exitCode = grave.length > 0 ? 1 : 0;
}
