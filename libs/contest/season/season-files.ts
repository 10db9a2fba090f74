import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { programOf, type Performance, type Season, type SeasonAspect, type Seat } from './season.js';

/** Something wrong in a file, with its line. */
export interface FileProblem {
  readonly file: string;
  readonly line: number;
  readonly problem: string;
}

type Row = Readonly<Record<string, string>> & { readonly line: number };

const COLUMNS = {
  'performances.csv': ['performance_id', 'competition', 'program', 'name', 'nation', 'rank', 'total_segment_score', 'total_deductions'],
  'judged-aspects.csv': ['aspect_id', 'performance_id', 'section', 'base_value', 'factor', 'scores_of_panel'],
  'judge-scores.csv': ['aspect_id', 'judge', 'score', 'judge_goe'],
  'judges.csv': ['competition', 'program', 'judge', 'judge_id', 'country'],
} as const;

/** An aspect while its marks are being read. */
type GrowingAspect = Omit<SeasonAspect, 'marks' | 'translated'> & { marks: { seat: string; value: string }[]; translated: boolean };

type FileName = keyof typeof COLUMNS;

/** Reads a season's four files. Either all is right, or all that is wrong is told. */
export async function readSeason(folder: string): Promise<Season | readonly FileProblem[]> {
  const problems: FileProblem[] = [];
  const rows = async (file: FileName) => readRows(folder, file, problems);
  const [performances, aspects, marks, judges] = [await rows('performances.csv'), await rows('judged-aspects.csv'), await rows('judge-scores.csv'), await rows('judges.csv')];
  // Rows that are not there would make every reference to them wrong.
  if (problems.length > 0) return sorted(problems);
  const season = new SeasonBuilder(problems).build(performances, aspects, marks, judges);
  return problems.length > 0 ? sorted(problems) : season;
}

const sorted = (problems: readonly FileProblem[]) => [...problems].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);

async function readRows(folder: string, file: FileName, problems: FileProblem[]): Promise<Row[]> {
  const say = (line: number, problem: string) => void problems.push({ file, line, problem });
  const bytes = await readFile(join(folder, file)).catch((error: NodeJS.ErrnoException) => {
    say(0, error.code === 'ENOENT' ? 'the file is missing' : `can't be read: ${error.message}`);
    return undefined;
  });
  if (!bytes) return [];
  const text = decode(bytes, say);
  if (text === undefined) return [];
  if (!text.endsWith('\n')) say(text.split('\n').length, 'the file is cut off: its last line has no end');
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, { bom: true, record_delimiter: ['\r\n', '\n'], info: true, relax_column_count: true, skip_empty_lines: true }) as unknown as typeof records;
  } catch (error) {
    const { lines, message } = error as { lines?: number; message: string };
    say(lines ?? 0, `is not CSV: ${message}`);
    return [];
  }
  const header = records[0]?.record ?? [];
  const missing = COLUMNS[file].filter((column) => !header.includes(column));
  for (const column of missing) say(1, `the column ${column} is missing`);
  if (missing.length > 0) return [];
  return records.slice(1).flatMap(({ record, info: { lines: line } }) => {
    if (record.length !== header.length) {
      say(line, `has ${record.length} columns instead of ${header.length}`);
      return [];
    }
    return { ...Object.fromEntries(header.map((column, i) => [column, record[i]!])), line } as Row;
  });
}

function decode(bytes: Buffer, say: (line: number, problem: string) => void): string | undefined {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  try {
    return utf8.decode(bytes);
  } catch {
    let line = 1;
    for (let from = 0; from < bytes.length; line++) {
      const end = bytes.indexOf(0x0a, from);
      const to = end < 0 ? bytes.length : end;
      try {
        utf8.decode(bytes.subarray(from, to));
      } catch {
        say(line, 'is not UTF-8');
      }
      from = to + 1;
    }
    return undefined;
  }
}

const NUMBER = /^-?\d+(\.\d+)?$/;

/** Joins the rows by their keys and notes every one that does not fit. */
class SeasonBuilder {
  constructor(private readonly problems: FileProblem[]) {}

  build(performanceRows: readonly Row[], aspectRows: readonly Row[], markRows: readonly Row[], judgeRows: readonly Row[]): Season {
    const seats = this.seats(judgeRows);
    const performances = new Map<string, Performance & { aspects: SeasonAspect[] }>();
    for (const row of performanceRows) {
      const id = row['performance_id']!;
      if (performances.has(id)) this.say('performances.csv', row, `the performance ${id} is there twice`);
      const total = this.number('performances.csv', row, 'total_segment_score');
      const deductions = this.number('performances.csv', row, 'total_deductions');
      const rank = this.number('performances.csv', row, 'rank');
      performances.set(id, { id, competition: row['competition']!, program: row['program']!, name: row['name']!, nation: row['nation']!, deductions, published: { total, rank: Number(rank) }, aspects: [] });
    }
    const aspects = this.aspects(aspectRows, performances);
    this.marks(markRows, aspects, performances, new Set(seats.map((seat) => `${programOf(seat)}\n${seat.seat}`)));
    return { performances: [...performances.values()], seats };
  }

  private seats(rows: readonly Row[]): Seat[] {
    const known = new Set<string>();
    return rows.map((row) => {
      const seat = { competition: row['competition']!, program: row['program']!, seat: row['judge']!, judge: row['judge_id']!, country: row['country']! };
      const key = `${programOf(seat)}\n${seat.seat}`;
      if (known.has(key)) this.say('judges.csv', row, `${seat.seat} sits twice in ${seat.program}`);
      known.add(key);
      return seat;
    });
  }

  private aspects(rows: readonly Row[], performances: ReadonlyMap<string, { aspects: SeasonAspect[] }>) {
    const aspects = new Map<string, { performance: string; aspect: GrowingAspect }>();
    for (const row of rows) {
      const [id, performance, section] = [row['aspect_id']!, row['performance_id']!, row['section']!];
      const of = performances.get(performance);
      if (!of) this.say('judged-aspects.csv', row, `the performance ${performance} is unknown`);
      if (aspects.has(id)) this.say('judged-aspects.csv', row, `the aspect ${id} is there twice`);
      if (section !== 'elements' && section !== 'components') {
        this.say('judged-aspects.csv', row, `the section "${section}" is neither elements nor components`);
        continue;
      }
      const base = section === 'elements' ? this.number('judged-aspects.csv', row, 'base_value') : '0';
      const factor = section === 'components' ? this.number('judged-aspects.csv', row, 'factor') : '1';
      const published = this.number('judged-aspects.csv', row, 'scores_of_panel');
      const aspect: GrowingAspect = { id, section, base, factor, published, marks: [], translated: true };
      aspects.set(id, { performance, aspect });
      of?.aspects.push(aspect);
    }
    return aspects;
  }

  private marks(
    rows: readonly Row[],
    aspects: ReadonlyMap<string, { performance: string; aspect: GrowingAspect }>,
    performances: ReadonlyMap<string, Performance>,
    seats: ReadonlySet<string>,
  ): void {
    const known = new Set<string>();
    for (const row of rows) {
      const [id, seat] = [row['aspect_id']!, row['judge']!];
      const of = aspects.get(id);
      const score = this.number('judge-scores.csv', row, 'score');
      const translated = row['judge_goe'] === '' ? undefined : this.number('judge-scores.csv', row, 'judge_goe');
      if (!of) {
        this.say('judge-scores.csv', row, `the aspect ${id} is unknown`);
        continue;
      }
      if (known.has(`${id} ${seat}`)) this.say('judge-scores.csv', row, `${seat} has marked the aspect ${id} twice`);
      known.add(`${id} ${seat}`);
      const performance = performances.get(of.performance);
      if (performance && !seats.has(`${programOf(performance)}\n${seat}`)) this.say('judge-scores.csv', row, `no judge sits as ${seat} in ${performance.program}`);
      const value = of.aspect.section === 'elements' ? translated : score;
      if (value === undefined) of.aspect.translated = false;
      else of.aspect.marks.push({ seat, value });
    }
  }

  private number(file: FileName, row: Row, column: string): string {
    const text = row[column]!;
    if (!NUMBER.test(text)) this.say(file, row, `${column} is "${text}", which is no number`);
    return text;
  }

  private say(file: FileName, { line }: Row, problem: string): void {
    this.problems.push({ file, line, problem });
  }
}
