import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '#platform';

const [WIDTH, LETTER, BAR, GAP, TOP] = [640, 6, 14, 14, 56];
const COLOURS = ['#8c8c8c', '#1f6feb'] as const;

/** Draws pairs of bars on a logarithmic scale to docs/charts. */
export function barChart(name: string, title: string, names: readonly [string, string], bars: readonly { readonly label: string; readonly reference: number; readonly ours: number }[]): void {
  const left = 20 + LETTER * Math.max(...bars.map(({ label }) => label.length));
  const all = bars.flatMap(({ reference, ours }) => [reference, ours]);
  const [low, high] = [Math.floor(Math.log10(Math.min(...all))), Math.ceil(Math.log10(Math.max(...all)))];
  const x = (value: number) => left + ((Math.log10(value) - low) / (high - low)) * (WIDTH - left - 70);
  const height = TOP + bars.length * (2 * BAR + GAP) + 24;
  const text = (at: number, y: number, words: string, anchor = 'start') => `<text x="${at.toFixed(1)}" y="${y}" text-anchor="${anchor}">${words}</text>`;
  const lines = Array.from({ length: high - low + 1 }, (_, n) => 10 ** (low + n)).map((value) => `<line x1="${x(value).toFixed(1)}" x2="${x(value).toFixed(1)}" y1="${TOP - 6}" y2="${height - 20}" stroke="#ddd"/>${text(x(value), height - 6, String(value), 'middle')}`);
  const drawn = bars.flatMap(({ label, reference, ours }, n) => {
    const y = TOP + n * (2 * BAR + GAP);
    const bar = (value: number, row: 0 | 1) => `<rect x="${left}" y="${y + row * BAR}" width="${(x(value) - left).toFixed(1)}" height="${BAR - 2}" fill="${COLOURS[row]}"/>${text(x(value) + 4, y + row * BAR + 10, value < 1 ? value.toFixed(3) : value.toFixed(1))}`;
    return [text(left - 8, y + BAR + 4, label, 'end'), bar(reference, 0), bar(ours, 1)];
  });
  const legend = names.map((one, n) => `<rect x="${left + n * 110}" y="28" width="10" height="10" fill="${COLOURS[n]}"/>${text(left + 14 + n * 110, 37, one)}`);
  const svg = [`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="11">`, '<rect width="100%" height="100%" fill="#fff"/>', text(left, 16, title), ...legend, ...lines, ...drawn, '</svg>', ''].join('\n');
  mkdirSync(join(ROOT, 'docs/charts'), { recursive: true });
  writeFileSync(join(ROOT, 'docs/charts', name), svg);
}
