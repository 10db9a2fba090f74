import { Injectable } from '@nestjs/common';
import { refuse, type Refusal } from '#kernel';
import { Database, notFound, Permissions, type Actor } from '#platform';
import { noFileField } from '../domain/entry.js';
import { formOf } from '../facts/content.js';

export interface FilePlace {
  readonly accept: readonly string[];
  readonly maxMegabytes: number;
}

/** What a place for files in an entry's form takes; asked before a file is kept, so that nobody fills the disk with what he may not add. */
@Injectable()
export class FilePlaces {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  async of(actor: Actor, entry: string, field: string, action: 'change' | 'redact'): Promise<FilePlace | Refusal> {
    const row = await this.database.prisma.entry.findFirst({ where: { AND: [this.permissions.where(actor, action, 'Entry'), { id: entry }] } });
    if (!row) return refuse(notFound, { kind: 'entry', id: entry });
    const form = await formOf(this.database.prisma, actor.district, row.callId, row.formVersion);
    const place = form.fields.find(({ key }) => key === field);
    return place?.type === 'file' ? place : refuse(noFileField, { field });
  }

  /** The place of a file that is there already. */
  async ofFile(actor: Actor, entry: string, file: string, action: 'redact'): Promise<FilePlace | Refusal> {
    const row = await this.database.prisma.entryFile.findFirst({ where: { districtId: actor.district, id: file, entryId: entry } });
    return row ? this.of(actor, entry, row.field, action) : refuse(notFound, { kind: 'file', id: file });
  }
}
