import { All, Body, Controller, Delete, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import { isRefusal, refuse } from '#kernel';
import { AnId, attachmentNamed, By, Clock, Commands, Database, Does, Files, Links, notFound, Open, Refused, Ref, SignedIn, Text, type Caller } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { attachFile } from '../commands/attach-file.js';
import { redactFile } from '../commands/redact-file.js';
import { removeFile } from '../commands/remove-file.js';
import { linkExpired } from '../domain/entry.js';
import { readLink } from '../files/link.js';
import { Uploads } from '../uploads/uploads.js';
import { EntriesView } from '../views/entries.js';
import { FilePlaces } from '../views/file-places.js';

class AttachUpload {
  @Text({ max: 40, description: 'The field of the form it belongs to' }) field!: string;
  @Text({ max: 80, description: 'The id of the finished upload, the last part of its address' }) upload!: string;
}

class RedactByUpload {
  @Ref({ description: 'The file it stands in for' }) redacts!: string;
  @Text({ max: 80 }) upload!: string;
}

@ApiTags('files')
@Controller()
@SignedIn()
export class UploadsController {
  constructor(
    private readonly commands: Commands,
    private readonly uploads: Uploads,
    private readonly places: FilePlaces,
    private readonly entries: EntriesView,
    private readonly files: Files,
    private readonly links: Links,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  @All(['uploads', 'uploads/*'])
  @ApiExcludeEndpoint()
  async upload(@By() { actor }: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (actor.kind === 'person') await this.uploads.handle(request, reply, actor.id);
  }

  @Post('entries/:entry/files')
  @Does(attachFile)
  async attach(@By() by: Caller, @Param('entry', AnId) entry: string, @Body() { field, upload }: AttachUpload) {
    const place = await this.places.of(by.actor, entry, field, 'change');
    const taken = isRefusal(place) ? place : await this.uploads.take(personOf(by), upload, place);
    if (isRefusal(taken)) return taken;
    const attached = await this.commands.run(attachFile, by, { entry, field, ...taken });
    if (!isRefusal(attached)) await this.uploads.drop(upload);
    return attached;
  }

  @Delete('entries/:entry/files/:file')
  @Does(removeFile)
  remove(@By() by: Caller, @Param('entry', AnId) entry: string, @Param('file', AnId) file: string) {
    return this.commands.run(removeFile, by, { entry, file });
  }

  @Post('entries/:entry/redacted-files')
  @Does(redactFile)
  async redact(@By() by: Caller, @Param('entry', AnId) entry: string, @Body() { redacts, upload }: RedactByUpload) {
    const place = await this.places.ofFile(by.actor, entry, redacts, 'redact');
    const taken = isRefusal(place) ? place : await this.uploads.take(personOf(by), upload, place);
    if (isRefusal(taken)) return taken;
    const redacted = await this.commands.run(redactFile, by, { entry, redacts, ...taken });
    if (!isRefusal(redacted)) await this.uploads.drop(upload);
    return redacted;
  }

  /** A link to the file that works for ten minutes. */
  @Get('entries/:entry/files/:file/link')
  link(@By() by: Caller, @Param('entry', AnId) entry: string, @Param('file', AnId) file: string) {
    return this.entries.fileLink(by.actor, entry, file);
  }

  /** The file that a link names. */
  @Open()
  @Get('files/:token')
  @Header('content-type', 'application/octet-stream')
  async download(@By() { actor }: Caller, @Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const id = readLink(this.links, token, this.clock.now());
    if (id === 'expired') throw new Refused(refuse(linkExpired));
    const row = id && (await this.database.prisma.entryFile.findUnique({ where: { districtId_id: { districtId: actor.district, id } } }));
    if (!row) throw new Refused(refuse(notFound, { kind: 'file', id: token }));
    void reply.header('content-disposition', attachmentNamed(row.name)).header('content-length', row.size.toString());
    await reply.send(await this.files.stream(row.sha256));
  }
}

const personOf = ({ actor }: Caller): string => (actor.kind === 'person' ? actor.id : '');
