import { Injectable } from '@nestjs/common';
import { refuse, type Refusal } from '#kernel';
import { type Actor, type Cell, Database, notFound, Permissions, recusedOf, type Table } from '#platform';
import type { Criterion, RoundPlan } from '../domain/round-plan.js';
import { isTooNear } from '../facts/too-near.js';
import { resultsOf } from '../facts/results.js';

export const EXPORTS = ['entries', 'judges', 'assignments', 'marks', 'results'] as const;
export type Export = (typeof EXPORTS)[number];

/** Everything of a call as tables. Entries that someone of the office is too near to are not in his. */
@Injectable()
export class ExportsView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
  ) {}

  async of(actor: Actor, id: string, what: Export): Promise<Table | Refusal> {
    const call = await this.database.prisma.call.findFirst({ where: { AND: [this.permissions.where(actor, 'run', 'Call'), { id }] } });
    if (!call) return refuse(notFound, { kind: 'call', id });
    const near = recusedOf(actor);
    if (what === 'results' && (await isTooNear(this.database.prisma, actor, id))) return refuse(notFound, { kind: 'results', id });
    switch (what) {
      case 'entries':
        return this.entries(actor, id, near);
      case 'judges':
        return this.judges(actor, id);
      case 'assignments':
        return this.assignments(actor, id, near);
      case 'marks':
        return this.marks(actor, id, near);
      case 'results': {
        const results = await resultsOf(this.database.prisma, actor.district, call);
        const rows = results.map((one): Cell[] => [one.place, one.entry, one.title, one.organisation, one.score, one.rank, one.tied, one.shortlisted, one.awarded, one.prize, one.money, one.reason]);
        return { name: '结果', columns: ['名次', '项目编号', '项目', '单位', '得分', '末轮名次', '并列', '入围', '获奖', '奖项', '奖金（分）', '说明'], rows };
      }
    }
  }

  private async entries(actor: Actor, call: string, near: string[]): Promise<Table> {
    const entries = await this.database.prisma.entry.findMany({ where: { districtId: actor.district, callId: call, projectId: { notIn: near } }, include: { aggregate: true }, orderBy: { id: 'asc' } });
    const owners = await this.database.prisma.roleGrant.findMany({ where: { districtId: actor.district, role: 'owner', scopeId: { in: entries.map(({ projectId }) => projectId) } }, include: { person: true } });
    const owner = new Map(owners.map(({ scopeId, person }) => [scopeId, person]));
    const rows = entries.map(({ id, projectId, title, abstract, organisation, field, submittedAt, late, aggregate }): Cell[] => [id, title, abstract, organisation, field, owner.get(projectId)?.name ?? null, owner.get(projectId)?.email ?? null, aggregate.state, submittedAt?.toISOString() ?? null, late]);
    return { name: '项目', columns: ['项目编号', '项目', '简介', '单位', '领域', '负责人', '邮箱', '状态', '提交时间', '迟交'], rows };
  }

  private async judges(actor: Actor, call: string): Promise<Table> {
    const { prisma } = this.database;
    const invitations = await prisma.judgeInvitation.findMany({ where: { districtId: actor.district, callId: call }, include: { aggregate: true }, orderBy: { id: 'asc' } });
    const people = new Map((await prisma.person.findMany({ where: { districtId: actor.district, id: { in: invitations.map(({ judgeId }) => judgeId) } }, include: { organisation: true } })).map((person) => [person.id, person]));
    const pool = new Map((await prisma.judge.findMany({ where: { districtId: actor.district, personId: { in: [...people.keys()] } } })).map((judge) => [judge.personId, judge]));
    const rows = invitations.map(({ judgeId, maxEntries, organiser, aggregate }): Cell[] => [people.get(judgeId)?.name ?? null, people.get(judgeId)?.email ?? null, people.get(judgeId)?.organisation?.name ?? null, (pool.get(judgeId)?.fields ?? []).join('、'), pool.get(judgeId)?.expertise ?? null, maxEntries ?? pool.get(judgeId)?.maxEntries ?? null, aggregate.state, organiser]);
    return { name: '评委', columns: ['姓名', '邮箱', '单位', '专业领域', '专长说明', '上限', '状态', '主办方评委'], rows };
  }

  private async assignments(actor: Actor, call: string, near: string[]): Promise<Table> {
    const sheets = await this.sheets(actor, call, near);
    return { name: '分配', columns: ['轮次', '项目编号', '项目', '评委', '评委邮箱', '状态'], rows: sheets.map(({ round, entryId, entry, person, aggregate }): Cell[] => [round.name, entryId, entry.title, person?.name ?? null, person?.email ?? null, aggregate.state]) };
  }

  private async marks(actor: Actor, call: string, near: string[]): Promise<Table> {
    const sheets = (await this.sheets(actor, call, near)).filter(({ submittedAt }) => submittedAt !== null);
    const criteria = [...new Map(sheets.flatMap(({ round }) => criteriaOf(round)).map((criterion) => [criterion.key, criterion])).values()];
    const rows = sheets.map(({ round, entryId, entry, person, marks, comment, submittedAt }): Cell[] => {
      const given = new Map(marks.map(({ aspect, value }) => [aspect.key, value.toNumber()]));
      return [round.name, round.kind, entryId, entry.title, person?.name ?? null, person?.email ?? null, ...criteria.map(({ key }) => given.get(key) ?? null), comment, submittedAt!.toISOString()];
    });
    return { name: '评分', columns: ['轮次', '类别', '项目编号', '项目', '评委', '评委邮箱', ...criteria.map(({ key }) => key), '评语', '提交时间'], rows };
  }

  private async sheets(actor: Actor, call: string, near: string[]) {
    const { prisma } = this.database;
    const sheets = await prisma.scoreSheet.findMany({
      where: { districtId: actor.district, pulled: null, round: { callId: call }, entry: { projectId: { notIn: near } } },
      include: { aggregate: true, round: { select: { name: true, kind: true, plan: true } }, entry: { select: { title: true } }, marks: { include: { aspect: true } } },
      orderBy: [{ roundId: 'asc' }, { entryId: 'asc' }, { judgeId: 'asc' }],
    });
    const people = new Map((await prisma.person.findMany({ where: { districtId: actor.district, id: { in: [...new Set(sheets.map(({ judgeId }) => judgeId))] } } })).map((person) => [person.id, person]));
    return sheets.map((sheet) => ({ ...sheet, person: people.get(sheet.judgeId) }));
  }
}

const criteriaOf = ({ plan }: { readonly plan: unknown }): readonly Criterion[] => (plan as RoundPlan | null)?.rubric ?? [];
