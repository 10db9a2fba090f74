import type { Versioned } from '#kernel';
import { command, districtKind, Text } from '#platform';
import type { RuleBody } from '../domain/body.js';
import { ruleDrafted, ruleVersionMachine, versionTaken } from '../domain/rule-version.js';
import { ruleVersionKind } from './kinds.js';

export class DraftRule {
  @Text({ max: 80, description: 'The rule, by its key in GET /rules' }) rule!: string;
  @Text({ max: 60, description: 'The version that the draft begins as a copy of' }) from!: string;
  @Text({ max: 60, description: 'What the new version is called, such as the year of its document' }) version!: string;
  @Text({ min: 2, max: 200, description: 'The document that it stands in, with its number' }) paper!: string;
}

/** `base` and `taken` come from the versions the program brings and the district's own. */
interface Drafted extends DraftRule {
  readonly base: Versioned<RuleBody>;
  readonly taken: readonly string[];
}

export const draftRule = command({
  name: 'draft-rule',
  summary: 'Begins a new version of a rule as a copy of one; it judges nothing until it is put in force.',
  on: districtKind,
  may: 'set-rules',
  target: (_: Drafted, district) => district,
  async decide(c, { rule, version, paper, base, taken }) {
    const drafted = await c.tx.ruleVersion.count({ where: { districtId: c.district, key: rule, version, aggregate: { state: { not: 'dropped' } } } });
    if (drafted > 0 || taken.includes(version)) c.refuse(versionTaken, { rule, version });
    const id = c.create(ruleVersionKind.kind, ruleVersionMachine.begin(ruleDrafted({ rule, version, basedOn: base.version, paper })));
    await c.tx.ruleVersion.create({ data: { districtId: c.district, id, key: rule, version, paper, basedOn: base.version, root: base.root as object, ...(base.appliesTo && { appliesTo: [...base.appliesTo] }) } });
  },
});
