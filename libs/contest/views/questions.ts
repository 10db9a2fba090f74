import { Injectable } from '@nestjs/common';
import { Database, page, Permissions, slice, type Actor, type PageQuery } from '#platform';

/** Questions and answers of a call: those for all, one's own, and for the office every one. Who asked is the office's to know. */
@Injectable()
export class QuestionsView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  async of(actor: Actor, call: string, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.question.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Question'), where, { callId: call }] }, include: { aggregate: true }, ...rest });
    return page(rows, query, (row) => ({
      ...{ id: row.id, text: row.text, askedAt: row.askedAt, answer: row.answer, answeredAt: row.answeredAt, forAll: row.forAll, state: row.aggregate.state, version: row.aggregate.version },
      ...(this.permissions.allows(actor, 'answer', 'Question', row) && { askedBy: row.askedBy, desk: row.desk }),
    }));
  }
}
