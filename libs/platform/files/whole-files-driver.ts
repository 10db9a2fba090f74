import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { FSDriver } from 'flydrive/drivers/fs';
import { Clock } from '../clock/clock.js';

const DAY = 86_400_000;

/**
 * Files on this machine's disk, each there whole or not at all, whatever ends the writing: it is written aside, forced to the
 * disk, and then moved to its place.
 */
export class WholeFilesDriver extends FSDriver {
  private readonly parts: string;

  constructor(private readonly location: string) {
    super({ location, visibility: 'private' });
    this.parts = join(location, '.parts');
  }

  override put(key: string, contents: string | Uint8Array): Promise<void> {
    return this.write(key, contents);
  }

  override putStream(key: string, contents: Readable): Promise<void> {
    return this.write(key, contents);
  }

  /** Removes what writers that were killed left behind. */
  async tidy(): Promise<void> {
    const names = await readdir(this.parts).catch(() => []);
    for (const path of names.map((name) => join(this.parts, name))) {
      const written = await stat(path).catch(() => undefined);
      if (written && new Clock().now().getTime() - written.mtimeMs > DAY) await rm(path, { force: true });
    }
  }

  private async write(key: string, contents: string | Uint8Array | Readable): Promise<void> {
    const [part, path] = [join(this.parts, randomUUID()), join(this.location, key)];
    try {
      for (const folder of [this.parts, dirname(path)]) await mkdir(folder, { recursive: true });
      await writeFile(part, contents, { flush: true });
      await rename(part, path);
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
    const folder = await open(dirname(path));
    await folder.sync().finally(() => folder.close());
  }
}
