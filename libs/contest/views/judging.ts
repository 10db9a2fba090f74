import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { Clock, Database, Links, notFound, page, Permissions, slice, type Actor, type PageQuery, type Prisma } from '#platform';
import type { RoundPlan } from '../domain/round-plan.js';
import { formOf, type Content } from '../facts/content.js';
import { namesOf } from '../facts/names-of.js';
import { plansOf } from '../facts/round-plan.js';
import type { SheetDraft } from '../facts/sheet-draft.js';
import { visibleEntries } from '../facts/visible-entries.js';
import { linkTo } from '../files/link.js';
import { shownToJudge, type ShownToJudge } from './blind.js';

const JUDGED = { include: { aggregate: true, marks: { include: { aspect: true } }, round: { include: { aggregate: true, call: true } }, entry: { include: { files: true, findings: true, submissions: { orderBy: { number: 'desc' as const }, take: 1 } } } } } as const;

type Judged = Prisma.ScoreSheetGetPayload<typeof JUDGED>;

/** What a judge is shown: his invitations, what he may bid on, and his sheets. */
@Injectable()
export class JudgingView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly links: Links,
    private readonly clock: Clock,
  ) {}

  async invitations(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.judgeInvitation.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'JudgeInvitation'), where] }, include: { aggregate: true, call: true }, ...rest });
    const names = await namesOf(this.database.prisma, actor.district, rows.map(({ judgeId }) => judgeId));
    return page(rows, query, ({ id, judgeId, callId, call, respondBy, maxEntries, aggregate: { state, version } }) => ({ id, call: callId, callName: call.name, judge: judgeId, name: names.get(judgeId) ?? '', respondBy, maxEntries, state, version }));
  }

  /** What the link in an invitation's mail is about. */
  async invitation(actor: Actor, id: string) {
    const row = await this.database.prisma.judgeInvitation.findUnique({ where: { districtId_id: { districtId: actor.district, id } }, include: { aggregate: true, call: { include: { contest: true } } } });
    if (!row) return refuse(notFound, { kind: 'judge-invitation', id });
    return { id: row.id, state: row.aggregate.state, call: row.call.name, contest: row.call.contest.name, edition: row.call.contest.edition, group: row.call.group, respondBy: row.respondBy };
  }

  /**
   * The entries a judge may say something about before he judges: by title, and in an open review with their
   * organisations. In a blind one the organisations stand apart, in their own order, so that he can declare a conflict
   * without being told who entered what.
   */
  async biddable(actor: Actor, invitation: string) {
    const { prisma } = this.database;
    const row = await prisma.judgeInvitation.findFirst({ where: { AND: [this.permissions.where(actor, 'bid', 'JudgeInvitation'), { id: invitation }] }, include: { aggregate: true, call: { include: { aggregate: true } } } });
    if (row?.aggregate.state !== 'accepted' || row.call.aggregate.state !== 'closed') return refuse(notFound, { kind: 'judge-invitation', id: invitation });
    const ids = await visibleEntries(prisma, actor.district, row.callId, row.judgeId);
    const entries = await prisma.entry.findMany({ where: { districtId: actor.district, id: { in: ids } }, include: { submissions: { orderBy: { number: 'desc' }, take: 1 } }, orderBy: { id: 'asc' } });
    const bids = new Map((await prisma.bid.findMany({ where: { districtId: actor.district, callId: row.callId, judgeId: row.judgeId } })).map(({ entryId, bid }) => [entryId, bid]));
    const items = entries.map(({ id, field, redactions, organisation, submissions }) => {
      const title = (row.call.blind ? (redactions as Record<string, string>)['title'] : undefined) ?? (submissions[0]?.content as unknown as Content).title;
      return { entry: id, title, field, bid: bids.get(id) ?? 0, ...(!row.call.blind && { organisation }) };
    });
    return { invitation, items, ...(row.call.blind && { organisations: [...new Set(entries.flatMap(({ organisation }) => organisation ?? []))].sort((a, b) => a.localeCompare(b, 'zh')) }) };
  }

  /** A judge's sheets with the entries as the blind view shows them: without who is behind them. */
  async sheets(actor: Actor, query: PageQuery) {
    const { where, ...rest } = slice(query);
    const rows = await this.database.prisma.scoreSheet.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'ScoreSheet'), where] }, ...JUDGED, ...rest });
    const shown = new Map(await Promise.all(rows.map(async (row) => [row.id, await this.sheetOf(actor, row)] as const)));
    return page(rows, query, ({ id }) => shown.get(id)!);
  }

  async sheet(actor: Actor, id: string) {
    const row = await this.database.prisma.scoreSheet.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'ScoreSheet'), { id }] }, ...JUDGED });
    return row ? this.sheetOf(actor, row) : refuse(notFound, { kind: 'score-sheet', id });
  }

  /** The rounds that a judge has sheets in, with how far he is; those still open first. */
  async rounds(actor: Actor) {
    const { prisma } = this.database;
    const judge = actor.kind === 'person' ? actor.id : actor.district;
    const counts = await prisma.scoreSheet.groupBy({ by: ['roundId'], where: { districtId: actor.district, judgeId: judge, pulled: null }, _count: { id: true, submittedAt: true } });
    const of = new Map(counts.map(({ roundId, _count }) => [roundId, { done: _count.submittedAt, of: _count.id }]));
    const rounds = await prisma.round.findMany({ where: { districtId: actor.district, id: { in: [...of.keys()] } }, include: { aggregate: true, call: { include: { contest: true } } }, orderBy: { id: 'desc' } });
    const items = rounds.map(({ id, name, kind, plan, judgeBy, aggregate, call }) => {
      const { way = 'scored', pitch } = (plan as RoundPlan | null) ?? {};
      return { id, name, kind, way, pitchDay: pitch !== undefined, call: call.id, callName: call.name, contest: call.contest.name, edition: call.contest.edition, judgeBy, timeZone: call.timeZone, state: aggregate.state, ...of.get(id)! };
    });
    return { items: items.sort((a, b) => Number(b.state === 'judging') - Number(a.state === 'judging')) };
  }

  /** What judges of a round are shown of an entry: the same that is on their sheets, before there are any. */
  async preview(actor: Actor, id: string, key?: string) {
    const row = await this.database.prisma.entry.findFirst({ where: { AND: [this.permissions.where(actor, 'redact', 'Entry'), { id }] }, include: { call: true, files: true, findings: true, submissions: { orderBy: { number: 'desc' }, take: 1 } } });
    const plan = row && plansOf(row.call).find((one) => key === undefined || one.key === key);
    if (!row || !plan) return refuse(notFound, { kind: 'entry', id });
    return { round: plan.key, way: plan.way, rubric: plan.rubric, entry: await this.entryOf(actor, { entry: row, round: row }) };
  }

  /** A link to a file of the entry on a sheet, if the sheet shows it. */
  async fileLink(actor: Actor, sheet: string, file: string) {
    const row = await this.database.prisma.scoreSheet.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'ScoreSheet'), { id: sheet }] }, ...JUDGED });
    const shown = row && (await this.entryOf(actor, row)).files.find(({ id }) => id === file);
    return shown ? linkTo(this.links, shown.id, this.clock.now()) : refuse(notFound, { kind: 'file', id: file });
  }

  private async sheetOf(actor: Actor, row: Judged) {
    const { id, round, submittedAt, comment, pulled, marks, aggregate: { state, version } } = row;
    const { way = 'scored', rubric = [], discussion = false } = (round.plan as RoundPlan | null) ?? {};
    return {
      ...{ id, round: round.id, roundName: round.name, roundState: round.aggregate.state, call: round.call.name, callId: round.callId, form: (row.entry.submissions[0]?.content as Content | undefined)?.form ?? 0, kind: round.kind, way, rubric, discussion, position: row.position, later: row.later, judgeBy: round.judgeBy, timeZone: round.call.timeZone },
      ...{ draft: row.draft as SheetDraft | null, marks: marks.map(({ aspect, value, comment: said }) => ({ criterion: aspect.key, mark: value.toNumber(), comment: said })), submittedAt, comment, pulled, state, version },
      entry: await this.entryOf(actor, row),
    };
  }

  private async entryOf(actor: Actor, { entry, round }: { entry: Parameters<typeof shownToJudge>[0]['entry'] & { submissions: readonly { content: unknown }[]; title: string; abstract: string }; round: { callId: string; call: { blind: boolean } } }): Promise<ShownToJudge> {
    const content = entry.submissions[0]?.content as Content | undefined;
    // Entries of imported editions were never handed in here.
    if (!content) return { id: entry.id, title: entry.title, abstract: entry.abstract, answers: {}, files: [], withheld: 0 };
    return shownToJudge({ entry, content, form: await formOf(this.database.prisma, actor.district, round.callId, content.form), blind: round.call.blind });
  }
}
