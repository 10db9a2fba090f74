import { Injectable } from '@nestjs/common';
import { inForceOn, refuse } from '#kernel';
import { Calendar, Database, notFound, Permissions, type Actor } from '#platform';
import { rulesOf } from '#rulebook';
import { innovationPoints } from '../domain/points.js';
import { qualificationFacts } from '../domain/qualification-facts.js';
import { firmsSeen } from '../facts/firms-seen.js';
import { LISTS, POINTS, POINTS_RULE } from '../rules/points.js';

/** Innovation points of firms, and the lists that they make. */
@Injectable()
export class PointsView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly calendar: Calendar,
  ) {}

  /** Why a firm has its points, and what one more of each thing would bring; by every version of the table, the one in force first. */
  async ofFirm(actor: Actor, id: string, on = this.calendar.today()) {
    const { prisma } = this.database;
    const readable = await prisma.firm.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Firm'), { id }] } });
    const [firm] = readable ? await firmsSeen(prisma, actor.district, [id]) : [];
    if (!firm) return refuse(notFound, { kind: 'firm', id });
    const facts = qualificationFacts(firm, on);
    const tables = await rulesOf(prisma, actor.district, POINTS);
    const holding = inForceOn(tables, on);
    return { firm: { id, name: firm.name }, on, inForce: holding?.version ?? null, versions: [...tables].sort((a, b) => Number(b === holding) - Number(a === holding)).map((table) => innovationPoints(table, facts)) };
  }

  /** Firms by their points, from so many on: whom loans, land and talent money go to first. */
  async list(actor: Actor, key: string) {
    const list = LISTS.find((one) => one.key === key);
    if (!list) return refuse(notFound, { kind: 'innovation-list', id: key });
    const rows = await this.database.prisma.assessment.findMany({ where: { districtId: actor.district, rule: POINTS_RULE, low: { gte: list.from }, firm: { is: this.permissions.where(actor, 'read', 'Firm') } }, include: { firm: true }, orderBy: [{ low: 'desc' }, { firmId: 'asc' }] });
    return { ...list, certainty: 'example', items: rows.map(({ firm, verdict, version, low, on }, n) => ({ rank: n + 1, firm: { id: firm.id, name: firm.name, creditCode: firm.creditCode }, stage: verdict, points: low ?? 0, version, on })) };
  }
}
