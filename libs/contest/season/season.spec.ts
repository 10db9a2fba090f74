import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSeason, type FileProblem } from './season-files.js';
import { compareSeason, scoreSeason } from './score-season.js';
import type { Season } from './season.js';

const DATA = 'data/figure-skating-2016-17';

describe('the published season', () => {
  let season: Season;
  beforeAll(async () => {
    season = (await readSeason(DATA)) as Season;
  });

  it('agrees in all 15,353 panel scores, 1,097 segment totals and their ranks', () => {
    const lines = compareSeason(season, scoreSeason(season));
    const sum = (of: 'panelScores' | 'totals' | 'ranks', part: 'agree' | 'of') => lines.reduce((n, line) => n + line[of][part], 0);
    expect(lines).toHaveLength(10);
    expect([sum('panelScores', 'agree'), sum('panelScores', 'of')]).toEqual([15_353, 15_353]);
    expect([sum('totals', 'agree'), sum('totals', 'of')]).toEqual([1_097, 1_097]);
    expect([sum('ranks', 'agree'), sum('ranks', 'of')]).toEqual([1_097, 1_097]);
  });

  it('would show a figure that does not agree', () => {
    const [first, ...rest] = season.performances;
    const altered = { ...season, performances: [{ ...first!, published: { ...first!.published, total: '1.00' } }, ...rest] };
    const [line] = compareSeason(altered, scoreSeason(altered));
    expect(line!.totals.agree).toBe(line!.totals.of - 1);
  });
});

describe('files with mistakes', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'trellis-season-'));
    cpSync(DATA, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const change = (file: string, alter: (lines: string[]) => string | Buffer) => writeFileSync(join(folder, file), alter(readFileSync(join(folder, file), 'utf8').split('\n')));
  const problems = async () => (await readSeason(folder)) as readonly FileProblem[];
  const withLine = (n: number, alter: (line: string) => string) => (lines: string[]) => lines.map((line, i) => (i === n - 1 ? alter(line) : line)).join('\n');

  it.each<[string, string, (lines: string[]) => string | Buffer, FileProblem]>([
    ['a missing column', 'judge-scores.csv', withLine(1, (line) => line.replace('judge_goe', 'goe')), { file: 'judge-scores.csv', line: 1, problem: 'the column judge_goe is missing' }],
    ['a mark that is no number', 'judge-scores.csv', withLine(2, (line) => line.replace('9.0', '9,0x').replace(',0x', 'x')), { file: 'judge-scores.csv', line: 2, problem: 'score is "9x", which is no number' }],
    ['an unknown aspect', 'judge-scores.csv', withLine(3, (line) => line.replace(/^[^,]+/, 'nowhere')), { file: 'judge-scores.csv', line: 3, problem: 'the aspect nowhere is unknown' }],
    ['an unknown performance', 'judged-aspects.csv', withLine(2, (line) => line.replace('b639d77459', 'nowhere')), { file: 'judged-aspects.csv', line: 2, problem: 'the performance nowhere is unknown' }],
    ['a line with too few columns', 'performances.csv', withLine(5, (line) => line.slice(0, 40)), { file: 'performances.csv', line: 5, problem: 'has 2 columns instead of 11' }],
    ['a file cut off in a number', 'judge-scores.csv', (lines) => lines.join('\n').slice(0, -3), { file: 'judge-scores.csv', line: 141_560, problem: 'the file is cut off: its last line has no end' }],
    ['the wrong encoding', 'performances.csv', (lines) => Buffer.from(lines.join('\n').replace('Trophee', 'Trophée'), 'latin1'), { file: 'performances.csv', line: 0, problem: 'is not UTF-8' }],
    ['an open quote', 'judges.csv', withLine(3, (line) => `"${line}`), { file: 'judges.csv', line: 0, problem: 'is not CSV' }],
  ])('%s is refused with file and line', async (_, file, alter, { problem, line }) => {
    change(file, alter);
    const found = await problems();
    const told = found.find((one) => one.file === file && one.problem.startsWith(problem));
    expect(told).toBeDefined();
    if (line > 0) expect(told!.line).toBe(line);
    else expect(told!.line).toBeGreaterThan(0);
  });

  it('are told all at once, over all files', async () => {
    change('judge-scores.csv', withLine(2, (line) => line.replace(/^[^,]+/, 'nowhere')));
    change('judged-aspects.csv', withLine(9, (line) => line.replace(/[^,]*$/, 'many')));
    rmSync(join(folder, 'judges.csv'));
    expect((await problems()).map(({ file, problem }) => `${file}: ${problem}`)).toEqual(['judges.csv: the file is missing']);
    cpSync(join(DATA, 'judges.csv'), join(folder, 'judges.csv'));
    expect(new Set((await problems()).map(({ file }) => file))).toEqual(new Set(['judge-scores.csv', 'judged-aspects.csv']));
  });
});
