import { refusalType, refuse, sha256 } from '#kernel';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { Disk } from 'flydrive';
import { Refused } from '../commands/refused.js';
import type { Config } from '../config/config.js';
import { WholeFilesDriver } from './whole-files-driver.js';

export const fileLost = refusalType('file:lost', 'conflict', '这份文件不在文件库中；请联系管理员从备份恢复（哈希 {hash}）。', 'The file store does not have this file; ask the administrator to restore it from a backup (hash {hash}).');

/** What is still being written has another name. */
const HASH = /^[0-9a-f]{64}$/;

/** Documents by content: a file's key is its hash, so the same file is kept once and a changed one is found out. */
export class Files {
  private constructor(private readonly disk: Disk) {}

  static async open(config: Config): Promise<Files> {
    if (!config.S3_URL) {
      const driver = new WholeFilesDriver(resolve(config.TRELLIS_HOME, 'files'));
      await driver.tidy();
      return new Files(new Disk(driver));
    }
    const { S3Driver } = await import('flydrive/drivers/s3');
    const url = new URL(config.S3_URL);
    return new Files(
      new Disk(
        new S3Driver({
          credentials: { accessKeyId: decodeURIComponent(url.username), secretAccessKey: decodeURIComponent(url.password) },
          endpoint: `${url.searchParams.get('tls') === '0' ? 'http' : 'https'}://${url.host}`,
          region: url.searchParams.get('region') ?? 'us-east-1',
          bucket: url.pathname.slice(1),
          forcePathStyle: true,
          supportsACL: false,
          visibility: 'private',
        }),
      ),
    );
  }

  /** Keeps a file and returns its SHA-256. */
  async keep(content: Uint8Array): Promise<string> {
    const hash = sha256(content);
    if (!(await this.disk.exists(keyOf(hash)))) await this.disk.put(keyOf(hash), content);
    return hash;
  }

  /** Keeps a file that lies on the disk, however large; returns its SHA-256. */
  async keepFile(path: string): Promise<string> {
    const hash = createHash('sha256');
    for await (const part of createReadStream(path)) hash.update(part as Buffer);
    const key = hash.digest('hex');
    if (!(await this.disk.exists(keyOf(key)))) await this.disk.putStream(keyOf(key), createReadStream(path));
    return key;
  }

  /** The hash of every file that is kept. */
  async *all(): AsyncGenerator<string> {
    let page: string | undefined;
    do {
      const found = await this.disk.listAll('', { recursive: true, ...(page !== undefined && { paginationToken: page }) });
      for (const one of found.objects) if (one.isFile && HASH.test(one.name)) yield one.name;
      page = found.paginationToken;
    } while (page !== undefined);
  }

  /** @throws Refused where the store has lost it */
  async stream(hash: string): Promise<Readable> {
    return this.disk.getStream(await this.found(hash));
  }

  /** @throws Refused where the store has lost it */
  async read(hash: string): Promise<Uint8Array> {
    return this.disk.getBytes(await this.found(hash));
  }

  private async found(hash: string): Promise<string> {
    if (!(await this.disk.exists(keyOf(hash)))) throw new Refused(refuse(fileLost, { hash }));
    return keyOf(hash);
  }
}

const keyOf = (hash: string) => `${hash.slice(0, 2)}/${hash}`;
