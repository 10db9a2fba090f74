import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { Database, notFound, page, Permissions, slice, type Actor, type PageQuery } from '#platform';
import { rulesOf } from '#rulebook';
import { technologyAmount } from '../domain/technology.js';
import { REGISTRATION, registrationOf } from '../rules/technology-contracts.js';

/** Technology contracts, achievements, and the managers who bring them about. */
@Injectable()
export class TechnologyView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  /** Contracts with their technology amount, and what holds for their registration. */
  async contracts(actor: Actor, query: PageQuery, { year, registered, state, manager }: { year?: string | undefined; registered?: string | undefined; state?: string | undefined; manager?: string | undefined }) {
    const { where, ...rest } = slice(query);
    const asked = { ...(year !== undefined && { signedOn: { startsWith: year } }), ...(registered !== undefined && { registeredOn: { startsWith: registered } }), ...(state !== undefined && { aggregate: { state } }), ...(manager !== undefined && { managerId: manager }) };
    const rows = await this.database.prisma.technologyContract.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'TechnologyContract'), where, asked] }, include: { aggregate: true, manager: true }, ...rest });
    const tables = await rulesOf(this.database.prisma, actor.district, REGISTRATION);
    return page(rows, query, (row) => ({
      ...{ id: row.id, kind: row.kind, title: row.title, seller: row.seller, buyer: row.buyer, project: row.projectId, problem: row.problemId, manager: row.manager && { id: row.manager.id, name: row.manager.name } },
      ...{ amount: Number(row.amount), technologyAmount: Number(technologyAmount(row.amount, row.nonTechnical)), commission: Number(row.commission), signedOn: row.signedOn, number: row.number, registeredOn: row.registeredOn, reason: row.reason },
      ...{ registration: registrationOf(tables, row.signedOn, row.amount), state: row.aggregate.state, version: row.aggregate.version },
    }));
  }

  async achievements(actor: Actor, query: PageQuery, { year, state }: { year?: string | undefined; state?: string | undefined }) {
    const { where, ...rest } = slice(query);
    const asked = { ...(year !== undefined && { registeredOn: { startsWith: year } }), ...(state !== undefined && { aggregate: { state } }) };
    const rows = await this.database.prisma.achievement.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Achievement'), where, asked] }, include: { aggregate: true }, ...rest });
    return page(rows, query, (row) => ({ id: row.id, kind: row.kind, title: row.title, firstUnit: row.firstUnit, completedOn: row.completedOn, summary: row.summary, project: row.projectId, problem: row.problemId, papers: row.papers, number: row.number, registeredOn: row.registeredOn, state: row.aggregate.state, version: row.aggregate.version }));
  }

  async managers(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.technologyManager.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'TechnologyManager'), where] }, include: { aggregate: true, contracts: { select: { amount: true, commission: true } } }, ...rest });
    return page(rows, query, ({ id, name, certificate, level, fields, contracts, aggregate }) => ({ id, name, certificate, level, fields, deals: contracts.length, amount: contracts.reduce((sum, { amount }) => sum + Number(amount), 0), commission: contracts.reduce((sum, { commission }) => sum + Number(commission), 0), state: aggregate.state, version: aggregate.version }));
  }

  async manager(actor: Actor, id: string) {
    const row = await this.database.prisma.technologyManager.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'TechnologyManager'), { id }] }, include: { aggregate: true, contracts: { include: { aggregate: true }, orderBy: { signedOn: 'asc' } } } });
    if (!row) return refuse(notFound, { kind: 'technology-manager', id });
    return { id, name: row.name, certificate: row.certificate, level: row.level, fields: row.fields, state: row.aggregate.state, version: row.aggregate.version, deals: row.contracts.map(({ id: contract, title, kind, amount, commission, signedOn, aggregate }) => ({ id: contract, title, kind, amount: Number(amount), commission: Number(commission), signedOn, state: aggregate.state })) };
  }
}
