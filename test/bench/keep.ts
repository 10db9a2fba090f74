import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '#platform';

const FILE = join(ROOT, 'docs/benchmarks.md');

/** The middle of an odd number of figures. */
export const median = (figures: readonly number[]): number => [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)]!;

/** Prints a table and puts it in the place of the last one of that name in docs/benchmarks.md. */
export function keep(name: string, explained: string, header: readonly string[], rows: readonly (readonly string[])[]): void {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const lines = [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
  const section = `<!-- ${name} -->\n## ${name}\n\n${explained}\n\n${lines}\n\nMeasured on ${machine()}.\n<!-- /${name} -->`;
  process.stdout.write(`${section}\n`);
  const text = readFileSync(FILE, 'utf8');
  const old = new RegExp(`<!-- ${name} -->[^]*<!-- /${name} -->`);
  writeFileSync(FILE, old.test(text) ? text.replace(old, () => section) : `${text.trimEnd()}\n\n${section}\n`);
}

function machine(): string {
  const { model } = cpus()[0]!;
  const date = execFileSync('date', ['+%Y-%m-%d'], { encoding: 'utf8' }).trim();
  return `${cpus().length} cores (${model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${release()}, Node ${process.version}, ${date}`;
}
