import { isRefusal, type Refusal } from '#kernel';
import { attachmentNamed } from './attachment.js';
import { Choice } from './fields.js';
import { Refused } from '../commands/refused.js';
import type { FastifyReply } from 'fastify';
import { FORMATS, MEDIA, tableFile, type Format, type LongTable, type Table } from '../files/table.js';

/** Sends a file to be kept, or the problem why there is none. */
export async function send(reply: FastifyReply, content: Uint8Array | Refusal, type: string, name: string): Promise<void> {
  if (isRefusal(content)) throw new Refused(content);
  await reply.header('content-type', type).header('content-disposition', attachmentNamed(name)).send(Buffer.from(content));
}

/** Sends a table in the format asked for. */
export async function sendTable(reply: FastifyReply, table: Table | LongTable | Refusal, format: Format): Promise<void> {
  if (isRefusal(table)) throw new Refused(table);
  await reply.header('content-type', MEDIA[format]).header('content-disposition', attachmentNamed(`${table.name}.${format}`)).send(await tableFile(table, format));
}

/** In which format a table is asked for. */
export class FormatQuery {
  @Choice(FORMATS, { optional: true, description: 'xlsx where it is left out' }) format?: Format;
}
