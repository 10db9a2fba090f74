import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { Database, Files, notFound, Permissions, type Actor } from '#platform';
import type { Evidence } from '../domain/deal-steps.js';

/** The papers on file that prove a deal's steps. */
@Injectable()
export class DealPapersView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly files: Files,
  ) {}

  /** A paper that proves a step of a deal that one may read. */
  async paper(actor: Actor, id: string, document: string) {
    const { prisma } = this.database;
    const deal = await prisma.deal.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Deal'), { id }] }, include: { steps: true } });
    const proves = deal?.steps.some(({ evidence }) => (evidence as unknown as Evidence[]).some((one) => one.document === document)) ?? false;
    const row = proves ? await prisma.document.findUnique({ where: { districtId_id: { districtId: actor.district, id: document } } }) : null;
    if (!row) return refuse(notFound, { kind: 'document', id: document });
    return { name: row.name, content: await this.files.read(row.sha256) };
  }
}
