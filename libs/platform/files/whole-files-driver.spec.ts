import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Clock } from '../clock/clock.js';
import { readConfig } from '../config/config.js';
import { Files } from './files.js';

const CONTENT = Buffer.from('内容'.repeat(100_000));
let home: string;
const opened = () => Files.open(readConfig({ TRELLIS_HOME: home }));
const kept = async (files: Files): Promise<string[]> => {
  const found: string[] = [];
  for await (const hash of files.all()) found.push(hash);
  return found;
};

beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'trellis-files-'))));
afterEach(() => rmSync(home, { recursive: true, force: true }));

describe('a file that is kept', () => {
  it('is there whole or not at all where the disk takes no more, and is whole when it is kept again', async () => {
    // A process that may write no file of more than 64 KiB stands for the full disk.
    const program = `
      import { readConfig } from './dist/libs/platform/config/config.js';
      import { Files } from './dist/libs/platform/files/files.js';
      const files = await Files.open(readConfig({ TRELLIS_HOME: ${JSON.stringify(home)} }));
      await files.keep(Buffer.from('内容'.repeat(100_000))).catch((error) => console.log(error.cause?.code));`;
    const { stdout, stderr } = spawnSync('bash', ['-c', 'trap "" XFSZ; ulimit -f 64; exec "$0" --input-type=module -e "$1"', process.execPath, program], { encoding: 'utf8' });
    expect([stdout, stderr]).toEqual(['EFBIG\n', '']);

    const files = await opened();
    expect(await kept(files)).toEqual([]);
    const hash = await files.keep(CONTENT);
    expect(Buffer.from(await files.read(hash)).equals(CONTENT)).toBe(true);
    expect(await kept(files)).toEqual([hash]);
  });

  it('is read as it was written from a stream; a source that is gone leaves nothing', async () => {
    const files = await opened();
    const path = join(home, 'upload');
    writeFileSync(path, CONTENT);
    const hash = await files.keepFile(path);
    expect(await text(await files.stream(hash))).toBe(CONTENT.toString());
    await expect(files.keepFile(join(home, 'gone'))).rejects.toThrow('ENOENT');
    expect(await kept(files)).toEqual([hash]);
  });

  it('leaves nothing for long of a writer that was killed', async () => {
    const parts = join(home, 'files', '.parts');
    mkdirSync(parts, { recursive: true });
    const now = new Clock().now().getTime() / 1000;
    for (const [name, age] of [['old', 90_000], ['fresh', 60]] as const) {
      writeFileSync(join(parts, name), 'x');
      utimesSync(join(parts, name), now - age, now - age);
    }
    expect(await kept(await opened())).toEqual([]);
    expect(['old', 'fresh'].map((name) => existsSync(join(parts, name)))).toEqual([false, true]);
  });
});
