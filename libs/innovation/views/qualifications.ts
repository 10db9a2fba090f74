import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { Calendar, Database, notFound, page, passing, Permissions, slice, type Actor, type PageQuery, type PassingQuery } from '#platform';
import { rulesOf } from '#rulebook';
import { assess, changesFor, type Assessed } from '../domain/assess.js';
import { effortOf, type Gap } from '../domain/effort.js';
import { qualificationFacts } from '../domain/qualification-facts.js';
import type { WayUp } from '../domain/ways-up.js';
import { recordsOf } from '../facts/merged-records.js';
import { firmRules } from '../facts/firm-rules.js';
import { firmsSeen } from '../facts/firms-seen.js';
import { CERTIFICATE_KEYS, CERTIFICATES, type ApplicationKind, type CertificateKey } from '../rules/certificates.js';
import { QUALIFICATIONS } from '../rules/qualifications.js';

const titleOf = (key: string) => CERTIFICATES[key as CertificateKey];

/** What rules say of firms, what firms claim, and what was recognised. */
@Injectable()
export class QualificationsView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly calendar: Calendar,
  ) {}

  /** All rules in all their versions, with sources and how certain each is. */
  async rules(actor: Actor) {
    return { items: (await rulesOf(this.database.prisma, actor.district, QUALIFICATIONS)).map(({ key, version, inForceFrom, inForceTo = null, appliesTo = null, source, certainty, root }) => ({ key, ...titleOf(key), version, inForceFrom, inForceTo, appliesTo, source, certainty, root })) };
  }

  /** A firm by every rule that holds for the kind and day, what each change of text means for it, and what it holds and claims. */
  async ofFirm(actor: Actor, id: string, { on = this.calendar.today(), kind = 'first', known }: { on?: string | undefined; kind?: ApplicationKind | undefined; known?: string | undefined }) {
    const { prisma } = this.database;
    const readable = await prisma.firm.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Firm'), { id }] } });
    const [firm] = readable ? await firmsSeen(prisma, actor.district, [id], known === undefined ? undefined : new Date(known)) : [];
    if (!firm) return refuse(notFound, { kind: 'firm', id });
    const rows = await prisma.qualification.findMany({ where: { districtId: actor.district, firmId: { in: [...(await recordsOf(prisma, actor.district, [id])).keys()] } }, include: { aggregate: true }, orderBy: { appliedOn: 'asc' } });
    const [facts, rules] = [qualificationFacts(firm, on), await firmRules(prisma, actor.district)];
    return {
      ...{ firm: { id, name: firm.name }, on, kind },
      rules: CERTIFICATE_KEYS.flatMap((key) => {
        const assessed = assess(rules, key, facts, kind, on);
        return assessed ? [{ key, title: { zh: titleOf(key).zh, en: titleOf(key).en }, ...assessed, changes: changesFor(rules, key, facts, kind, on) }] : [];
      }),
      claims: rows.map(({ id: qualification, key, kind: claimed, appliedOn, verdict, version, number, issuedOn, expiresOn, aggregate: { state } }) => ({ id: qualification, key, kind: claimed, appliedOn, verdict, version, number, issuedOn, expiresOn, state })),
    };
  }

  /** Claims and certificates, each with what the rules said on its day and say now; `differs` leaves those where the two part. */
  async list(actor: Actor, query: PageQuery, { key, state, expiresBefore, differs }: { key?: string | undefined; state?: string | undefined; expiresBefore?: string | undefined; differs?: boolean | undefined }) {
    const { where, ...rest } = slice(query);
    const { prisma } = this.database;
    const failing = differs
      ? await prisma.$queryRaw<{ id: string }[]>`
        SELECT qualification.id FROM qualification JOIN assessment ON assessment.district_id = qualification.district_id AND assessment.firm_id = qualification.firm_id AND assessment.rule = qualification.key
        WHERE qualification.district_id = ${actor.district}::uuid AND assessment.verdict = 'fail'`
      : [];
    const asked = { ...(key !== undefined && { key }), ...(state !== undefined && { aggregate: { state } }), ...(expiresBefore !== undefined && { expiresOn: { lt: expiresBefore } }), ...(differs && { aggregate: { state: { in: ['claimed', 'recognised'] } }, id: { in: failing.map(({ id }) => id) } }) };
    const rows = await prisma.qualification.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Qualification'), where, asked] }, include: { aggregate: true, firm: { include: { assessments: true } } }, ...rest });
    return page(rows, query, ({ id, key: title, kind, appliedOn, verdict, version, number, issuedOn, expiresOn, endedOn, reason, firm, aggregate }) => ({
      ...{ id, firm: { id: firm.id, name: firm.name, creditCode: firm.creditCode }, key: title, kind, appliedOn, state: aggregate.state, number, issuedOn, expiresOn, endedOn, reason, version: aggregate.version },
      rules: { then: verdict, version, now: firm.assessments.find(({ rule }) => rule === title)?.verdict ?? null },
    }));
  }

  /** A claim with what the rules said on its day, and the facts that they saw: later facts change neither. */
  async one(actor: Actor, id: string) {
    const row = await this.database.prisma.qualification.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Qualification'), { id }] }, include: { aggregate: true, firm: true } });
    if (!row) return refuse(notFound, { kind: 'qualification', id });
    const { key, kind, appliedOn, number, issuedOn, expiresOn, endedOn, reason, firm, aggregate } = row;
    return { id, firm: { id: firm.id, name: firm.name }, key, kind, appliedOn, state: aggregate.state, version: aggregate.version, number, issuedOn, expiresOn, endedOn, reason, assessed: row.explanation as unknown as Omit<Assessed, 'facts'> | null, facts: row.facts as Record<string, number | boolean | string> | null };
  }

  /** Firms that a rule does not pass, the nearest first, and how many are short of the same thing: "two firms short by one patent". */
  async gaps(actor: Actor, rule: string, query: PassingQuery) {
    const rows = await this.database.prisma.assessment.findMany({ where: { districtId: actor.district, rule, verdict: { in: ['fail', 'unknown', 'depends'] }, firm: { is: this.permissions.where(actor, 'read', 'Firm') } }, include: { firm: true } });
    const firms = rows.map(({ firm, verdict, version, low, high, gaps }) => ({ firm: { id: firm.id, name: firm.name }, verdict, version, low, high, gaps: gaps as unknown as (Gap & { readonly way?: WayUp | null })[] })).map((one) => ({ ...one, effort: effortOf(one.gaps) }));
    const alone = firms.flatMap(({ verdict, gaps }) => (verdict === 'fail' && gaps.length === 1 ? [gaps[0]!] : []));
    const nearest = alone.map(({ way, ...gap }) => way ?? gap);
    const groups = [...Map.groupBy(nearest, ({ metric, missing }) => `${metric} ${String(missing)}`).values()].map((same) => ({ firms: same.length, metric: same[0]!.metric, zh: same[0]!.zh, en: same[0]!.en, missing: same[0]!.missing }));
    const nearestFirst = firms.sort((a, b) => a.effort - b.effort || (a.firm.id < b.firm.id ? -1 : 1));
    const { shown: items, next } = passing(nearestFirst.slice(query.skip), query);
    return { rule, groups: groups.sort((a, b) => b.firms - a.firms), total: firms.length, items, next };
  }
}
