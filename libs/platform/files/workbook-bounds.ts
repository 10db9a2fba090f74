import { Unzip, UnzipInflate, unzipSync } from 'fflate';

/** What a workbook may come to once it is unpacked: 60,000 lines of 25 cells take about 100 MB. */
const MOST_BYTES = 128_000_000;
const MOST_PARTS = 1000;
const MOST_COLUMNS = 1000;
const MOST_CELLS = 6_000_000;
/** So little is unpacked at once that a thousandfold of it can be held. */
const SLICE = 16_384;

const CELL = /<c [^>]*?\br="([A-Z]{1,4})(\d{1,9})"/g;

/**
 * Unpacks a workbook piece by piece and looks how large its tables are, before anything is made of it: a few bytes can
 * stand for gigabytes, and a single cell far down for a table of billions.
 *
 * @throws Error that says what is too large
 */
export function boundWorkbook(content: Uint8Array, mostLines: number): void {
  let [said, bytes, parts] = [0, 0, 0];
  // What it says itself costs nothing to read; but it may say less than is true.
  unzipSync(content, {
    filter: ({ originalSize }) => {
      said += originalSize;
      return false;
    },
  });
  if (said > MOST_BYTES) throw tooMuch();
  const unzip = new Unzip((file) => {
    if (++parts > MOST_PARTS) throw new Error(`工作簿的部件超过 ${MOST_PARTS} 个 / the workbook has more than ${MOST_PARTS} parts`);
    const table = /worksheets\/[^/]+\.xml$/i.test(file.name) ? { rest: '', lines: 0, columns: 0 } : null;
    file.ondata = (error, chunk) => {
      if (error) throw new Error(error.message);
      bytes += chunk.length;
      if (bytes > MOST_BYTES) throw tooMuch();
      if (!table) return;
      const text = table.rest + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1');
      for (const [, letters, line] of text.matchAll(CELL)) {
        table.lines = Math.max(table.lines, Number(line));
        table.columns = Math.max(table.columns, columnOf(letters!));
      }
      table.rest = text.slice(-100);
      if (table.lines > mostLines + 1) throw new Error(`超过 ${mostLines} 行 / more than ${mostLines} lines`);
      if (table.columns > MOST_COLUMNS || table.lines * table.columns > MOST_CELLS) throw new Error(`表格过大 / the table is too wide: ${table.columns} × ${table.lines}`);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < content.length; at += SLICE) unzip.push(content.subarray(at, at + SLICE), at + SLICE >= content.length);
}

const tooMuch = (): Error => new Error(`工作簿解压后超过 ${MOST_BYTES / 1e6} MB / the workbook unpacks to more than ${MOST_BYTES / 1e6} MB`);

/** A is 1, Z 26, AA 27. */
const columnOf = (letters: string): number => [...letters].reduce((number, letter) => 26 * number + letter.charCodeAt(0) - 64, 0);
