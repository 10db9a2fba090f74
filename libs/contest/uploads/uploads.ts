import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { refuse, type Refusal } from '#kernel';
import { API, Clockwork, Config, Files, LOG, notFound, Refused, StartFailure } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { fileTooLarge, uploadUnfinished, wrongFile } from '../domain/entry.js';
import { isAccepted, realType } from '../files/check-file.js';
import { safeName } from '../files/safe-name.js';

const UPLOADS = `/${API}/uploads`;
const MEGABYTE = 1024 * 1024;
/** No place in a form may ask for more. */
const MOST_BYTES = 2000 * MEGABYTE;
/** An upload that nobody goes on with is thrown away. */
const KEPT_HOURS = 48;
const UPLOAD_ID = /^[0-9a-f-]{36}\.[0-9a-f]{32}$/;

/** What an upload has become: kept by its content, under a safe name, and what it really is. */
export interface TakenFile {
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
  readonly sha256: string;
}

/**
 * Resumable uploads by the tus protocol, under /api/uploads. An upload carries its owner in its id, so that nobody else can
 * go on with it or take it. It waits on this machine's disk until it is whole and an entry takes it.
 */
@Injectable()
export class Uploads implements OnModuleInit {
  private readonly store: FileStore;
  private readonly server: Server;
  /** Who the request in hand is of. */
  private readonly owner = new AsyncLocalStorage<string>();

  constructor(
    config: Config,
    private readonly files: Files,
    private readonly clockwork: Clockwork,
    @Inject(LOG) private readonly log: Logger,
  ) {
    const directory = join(config.TRELLIS_HOME, 'uploads');
    try {
      mkdirSync(directory, { recursive: true });
    } catch (error) {
      throw StartFailure.from(error, directory);
    }
    this.store = new FileStore({ directory, expirationPeriodInMilliseconds: KEPT_HOURS * 3_600_000 });
    this.server = new Server({ path: UPLOADS, onResponseError: (_, error) => this.fail(error), datastore: this.store, relativeLocation: true, maxSize: MOST_BYTES, namingFunction: () => `${this.owner.getStore() ?? ''}.${crypto.randomUUID().replaceAll('-', '')}` });
  }

  onModuleInit(): void {
    this.clockwork.add({ name: 'uploads', everySeconds: 3600, run: () => this.server.cleanUpExpiredUploads().catch((error: Error) => this.log.warn({ error: error.message }, 'uploads')) });
  }

  /** Lets the protocol's server answer for `person`; what is another's is not found. */
  async handle(request: FastifyRequest, reply: FastifyReply, person: string): Promise<void> {
    const id = request.url.split('?')[0]!.slice(UPLOADS.length).replace(/^\//, '');
    if (id !== '' && !this.isOf(person, id)) throw new Refused(refuse(notFound, { kind: 'upload', id }));
    try {
      await this.owner.run(person, () => this.server.handle(request.raw, reply.raw));
    } finally {
      // The rest of a piece that failed is read and dropped: the connection is used again.
      request.raw.resume();
    }
    reply.hijack();
  }

  /** Hands what the protocol’s server can’t do to whoever answers failures here. */
  private fail(error: Error | { readonly status_code: number; readonly body: string }): never {
    if (error instanceof Error) throw error;
    throw Object.assign(new Error(error.body.trim()), { statusCode: error.status_code });
  }

  /**
   * Takes a finished upload in: of the right kind by its content, no larger than `maxMegabytes`, under a safe name, kept
   * by its hash. Refused where it is unfinished or not what it says it is; the upload then stays, to be gone on with or replaced.
   */
  async take(person: string, id: string, { accept, maxMegabytes }: { accept: readonly string[]; maxMegabytes: number }): Promise<TakenFile | Refusal> {
    if (!this.isOf(person, id)) return refuse(notFound, { kind: 'upload', id });
    const upload = await this.store.getUpload(id).catch(() => null);
    if (!upload) return refuse(notFound, { kind: 'upload', id });
    const { offset, size = 0, metadata } = upload;
    if (size === 0 || offset < size) return refuse(uploadUnfinished, { received: offset, size });
    const name = safeName(metadata?.['filename'] ?? metadata?.['name'] ?? '');
    if (size > maxMegabytes * MEGABYTE) return refuse(fileTooLarge, { name, most: maxMegabytes });
    const path = join(this.store.directory, id);
    const real = await realType(path, name);
    if (!real || !isAccepted(accept, real)) return refuse(wrongFile, { name, type: real?.extension ?? '?', accept: accept.join(', ') });
    return { name, size, mediaType: real.mediaType, sha256: await this.files.keepFile(path) };
  }

  /** Throws an upload away whose file is kept by now. */
  drop = (id: string): Promise<void> => this.store.remove(id).catch(() => undefined);

  private isOf = (person: string, id: string): boolean => UPLOAD_ID.test(id) && id.startsWith(`${person}.`);
}
