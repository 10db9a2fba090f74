import { Inject, Injectable } from '@nestjs/common';
import { inForceOn, refuse, type Refusal, type RuleTable, type Versioned } from '#kernel';
import { Calendar, Database, notFound, Permissions, RULES, type Actor } from '#platform';
import { differences, linesOf, type RuleBody } from '../domain/body.js';
import { ruleUnknown } from '../domain/rule-version.js';
import { asVersioned } from '../facts/rules-of.js';

/** A version of a rule: one that the program brings has no id. */
interface VersionSeen {
  readonly id: string | null;
  readonly version: string;
  readonly state: string;
  readonly basedOn: string | null;
  /** The aggregate's, for If-Match. */
  readonly at: number | null;
  readonly set: Versioned<RuleBody>;
  readonly draft: boolean;
}

/** Rules with their versions: those the program brings and those the district decided. */
@Injectable()
export class RulesView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly calendar: Calendar,
    @Inject(RULES) private readonly shipped: readonly (Versioned<RuleBody> & Pick<RuleTable, 'flaw'>)[],
  ) {}

  /** Every rule by its key, with what holds today, what is decided to come, and drafts. */
  async list(actor: Actor) {
    const versions = await this.versions(actor);
    const today = this.calendar.today();
    const items = [...versions].map(([key, of]) => {
      const decided = of.filter(({ draft }) => !draft).map(({ set }) => set);
      const now = inForceOn(decided, today);
      const { zh, en } = (now ?? of[0]!.set).root;
      return { key, zh, en, inForce: now ? { version: now.version, from: now.inForceFrom, source: now.source } : null, coming: decided.filter(({ inForceFrom }) => inForceFrom > today).map(({ version, inForceFrom }) => ({ version, from: inForceFrom })), drafts: of.filter(({ state }) => state === 'draft').length, own: of.some(({ id }) => id !== null) };
    });
    return { items: items.sort((a, b) => a.key.localeCompare(b.key)) };
  }

  /** All versions of a rule, the latest first, each as lines. */
  async one(actor: Actor, key: string) {
    const versions = (await this.versions(actor, key)).get(key);
    if (!versions) return refuse(notFound, { kind: 'rule', id: key });
    const shown = versions.map(({ id, version, state, basedOn, at, draft, set }) => ({ id, version, state, basedOn, at, inForceFrom: draft ? null : set.inForceFrom, inForceTo: set.inForceTo ?? null, appliesTo: set.appliesTo ?? null, source: set.source, certainty: set.certainty, lines: linesOf(set.root) }));
    return { key, items: shown.sort((a, b) => (b.inForceFrom ?? '9').localeCompare(a.inForceFrom ?? '9')) };
  }

  /** What two versions of a rule say differently, place by place. */
  async compare(actor: Actor, key: string, { from, to }: { from: string; to: string }) {
    const [before, after] = [await this.version(actor, key, from), await this.version(actor, key, to)];
    if (!('set' in before)) return before;
    if (!('set' in after)) return after;
    return { key, from, to, items: differences(before.set.root, after.set.root) };
  }

  /** The content of a version, by name, with the names that are taken. */
  async version(actor: Actor, key: string, version: string): Promise<{ readonly set: Versioned<RuleBody>; readonly taken: readonly string[] } | Refusal> {
    const of = (await this.versions(actor, key)).get(key) ?? [];
    const found = of.find((one) => one.version === version);
    return found ? { set: found.set, taken: of.map((one) => one.version) } : refuse(ruleUnknown, { rule: key, version });
  }

  /** What a draft was made from; its own content where it is not the caller's to read. */
  async base(actor: Actor, id: string): Promise<{ readonly body: RuleBody; readonly flaw: RuleTable['flaw'] } | null> {
    const row = await this.database.prisma.ruleVersion.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'RuleVersion'), { id }] } });
    if (!row) return null;
    const found = await this.version(actor, row.key, row.basedOn);
    return 'set' in found ? { body: found.set.root, flaw: this.shipped.find(({ key }) => key === row.key)?.flaw } : null;
  }

  private async versions(actor: Actor, key?: string): Promise<Map<string, VersionSeen[]>> {
    const where = { AND: [this.permissions.where(actor, 'read', 'RuleVersion'), { aggregate: { state: { not: 'dropped' } } }, key === undefined ? {} : { key }] };
    const own = await this.database.prisma.ruleVersion.findMany({ where, include: { aggregate: true }, orderBy: { id: 'asc' } });
    const today = this.calendar.today();
    const shipped = this.shipped.filter((set) => key === undefined || set.key === key).map((set): VersionSeen => ({ id: null, version: set.version, state: 'shipped', basedOn: null, at: null, set, draft: false }));
    const decided = own.map((row): VersionSeen => ({ id: row.id, version: row.version, state: row.aggregate.state, basedOn: row.basedOn, at: row.aggregate.version, draft: row.inForceFrom === null, set: asVersioned({ ...row, inForceFrom: row.inForceFrom ?? today }) }));
    return Map.groupBy([...shipped, ...decided], ({ set }) => set.key);
  }
}
