import { command, Fact, Flag, List, Text, Texts, Whole } from '#platform';
import { revised, type RuleBody } from '../domain/body.js';
import { ruleRevised, ruleVersionMachine } from '../domain/rule-version.js';
import { ruleVersionKind } from './kinds.js';

export class RuleRevision {
  @Text({ max: 200, description: 'The place, as GET /rules/{rule} gives it' }) at!: string;
  @Fact({ optional: true, description: 'The threshold: money in fen' }) threshold?: number | boolean | string;
  @Texts({ optional: true, min: 1, max: 100, description: 'The threshold where it is a list' }) list?: string[];
  @Whole({ optional: true, min: 1, max: 100, description: 'How many of a group must hold' }) atLeast?: number;
  @Text({ optional: true, max: 500 }) zh?: string;
  @Text({ optional: true, max: 500 }) en?: string;
  @Text({ optional: true, max: 40, description: 'A row of a table: it is followed by a copy under this key (one that is only counted takes any)' }) copy?: string;
  @Flag({ optional: true, description: 'A row of a table: it is taken away' }) remove?: boolean;
}

export class ReviseRule {
  @List(() => RuleRevision, { max: 200 }) revisions!: RuleRevision[];
}

export const reviseRule = command({
  name: 'revise-rule',
  summary: 'Changes thresholds, figures, rows and words of a draft of a rule.',
  on: ruleVersionKind,
  may: 'run',
  target: (input: ReviseRule & { version: string }) => input.version,
  async decide(c, { revisions }, { id, key, version, root, aggregate }) {
    const next = c.must<RuleBody>(revised(root as unknown as RuleBody, revisions.map(({ list, ...revision }) => ({ ...revision, ...(list && { threshold: list }) }))));
    c.move(aggregate, ruleVersionMachine.take('revise', aggregate.state, {}, [ruleRevised({ rule: key, version, places: revisions.map(({ at }) => at) })]));
    await c.tx.ruleVersion.update({ where: c.key(id), data: { root: next as object } });
  },
});
