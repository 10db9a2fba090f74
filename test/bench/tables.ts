import { pause, workbook } from '#platform';
import { creditCode } from '../support/incubation.js';
import { Part } from '../support/part.js';
import { freePort } from '../support/service.js';
import { keep } from './keep.js';
import { opened } from './opened.js';

const PORT = 3460;
const ROWS = 50_000;
const COLUMNS = ['统一社会信用代码', '企业名称', '成立日期', '技术领域', '营业收入（万元）', '主营业务收入（万元）', '职工总数（科小口径）', '科技人员（科小口径，六个月以上）', '居民企业', '最近一次重大事故或严重违法'];

/** Large tables in and out: how long they take, and the most memory that the process held meanwhile. */
export async function benchTables(): Promise<void> {
  const { service, office, close } = await opened(PORT);
  const rows: string[][] = [];
  const timed = async <T>(name: string, work: () => Promise<T>, told: (result: T) => string, held = () => process.memoryUsage().rss / 2 ** 20): Promise<T> => {
    globalThis.gc?.();
    const before = held();
    let most = before;
    const [began, watched] = [performance.now(), { over: false }];
    const watching = (async () => {
      while (!watched.over) {
        most = Math.max(most, held());
        await pause(20);
      }
    })();
    const result = await work();
    const seconds = (performance.now() - began) / 1000;
    watched.over = true;
    await watching;
    rows.push([name, `${seconds.toFixed(1)} s`, `${Math.round(most - before)} MiB`, told(result)]);
    process.stdout.write(`${rows.at(-1)!.join(', ')}\n`);
    return result;
  };
  const thousands = (count: number) => count.toLocaleString('en');

  const sheetFrom = (first: number) => {
    const rows = Array.from({ length: ROWS }, (_, n) => [creditCode(`91500100MA${String(first + n).padStart(7, '0')}`), `示例企业${first + n}`, '2019-03-01', '新材料', 1000 + (n % 1000), 900, 100, 20, '是', '无']);
    return workbook([{ name: 'firms', columns: COLUMNS, rows }]);
  };
  const read = async (sheet: Uint8Array) => (await office.raw('POST', '/api/firm-imports?register=firms&name=firms.xlsx&period=2024', { 'content-type': 'application/octet-stream' }, sheet)).json() as Promise<{ id: string; right: number }>;
  const sheet = await sheetFrom(0);
  const { id } = await timed(
    `${thousands(ROWS)} firms of ${COLUMNS.length} columns as XLSX: read and checked`,
    () => read(sheet),
    ({ right }) => `${(sheet.length / 1e6).toFixed(1)} MB, ${thousands(right)} right`,
  );
  await timed('stored', () => office.post<{ taken: number }>(`/firm-imports/${id}/apply`, {}), ({ taken }) => `${thousands(taken)} firms with ${COLUMNS.length - 4} facts each`);
  const owed = async () => (await service.database.pool.query<{ owed: boolean }>('SELECT EXISTS (SELECT 1 FROM pending) AS owed')).rows[0]!.owed;
  const settled = async () => {
    while (await owed()) await pause(100);
  };
  await timed('what follows of itself: every firm judged by the rules in force, and counted in the figures', settled, () => '');
  await office.post(`/firm-imports/${(await read(await sheetFrom(ROWS))).id}/apply`, {});
  await settled();
  for (const format of ['xlsx', 'csv']) {
    // A process that has done nothing yet holds nothing that a table could take.
    const port = await freePort();
    const api = new Part('api', [process.execPath, 'dist/apps/api/main.js'], { PATH: process.env['PATH'], TRELLIS_HOME: service.config.TRELLIS_HOME, DATABASE_URL: service.database.url, BASE_URL: service.config.baseUrl, PORT: String(port), LOG_LEVEL: 'error' }, 'Trellis answers');
    await api.start();
    const asked = (path: string) => fetch(`http://127.0.0.1:${port}/api${path}`, { headers: { cookie: office.cookieHeader() } });
    await (await asked('/figures/records?figure=firm-revenue&limit=1')).text();
    await timed(`the ${thousands(2 * ROWS)} records behind a figure, as ${format.toUpperCase()}, from an api just started`, async () => (await asked(`/figures/records/table?figure=firm-revenue&format=${format}`)).arrayBuffer(), ({ byteLength }) => `${(byteLength / 1e6).toFixed(1)} MB`, () => api.memory);
    await api.end('SIGTERM');
  }
  await close();
  keep('tables', 'Large tables through the API, in one process on an embedded PostgreSQL. Memory is the most the process held beyond what it held before the step, PostgreSQL not counted.', ['step', 'time', 'memory', ''], rows);
}
