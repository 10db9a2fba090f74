/** Prints a result: as JSON where that is asked for, else as text. */
export function print(json: boolean | undefined, result: object, text: () => string): void {
  process.stdout.write(json ? `${JSON.stringify(result, null, 2)}\n` : `${text()}\n`);
}

/** A table in plain text; the first column to the left, figures to the right. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, i) => Math.max(...[title, ...rows.map((row) => row[i] ?? '')].map(width)));
  const line = (cells: readonly string[]) => cells.map((cell, i) => (i === 0 ? cell + ' '.repeat(widths[i]! - width(cell)) : ' '.repeat(widths[i]! - width(cell)) + cell)).join('  ');
  return [line(header), widths.map((w) => '-'.repeat(w)).join('  '), ...rows.map(line)].join('\n');
}

/** Columns that a text takes in a terminal: Chinese characters take two. */
const width = (text: string) => [...text].reduce((sum, sign) => sum + (/[\u1100-\u115f\u2e80-\uffdc]/.test(sign) ? 2 : 1), 0);

/** A progress bar such as `████░░░░ 12/24`. */
export function bar(done: number, of: number): string {
  const filled = of === 0 ? 20 : Math.round((20 * done) / of);
  return `${'█'.repeat(filled)}${'░'.repeat(20 - filled)} ${done}/${of}`;
}
