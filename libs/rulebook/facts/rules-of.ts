import { ruleInForce, type Group, type RuleSet } from '#kernel';
import type { Tx } from '#platform';

/** Versions of rules that the program brings, with those that the district decided for the same rules. */
export async function rulesOf(tx: Tx, district: string, shipped: readonly RuleSet[]): Promise<readonly RuleSet[]> {
  const keys = [...new Set(shipped.map(({ key }) => key))];
  const own = await tx.ruleVersion.findMany({ where: { districtId: district, key: { in: keys }, inForceFrom: { not: null } } });
  return own.length === 0 ? shipped : [...shipped, ...own.map((row) => asRuleSet({ ...row, inForceFrom: row.inForceFrom! }))];
}

interface Row {
  readonly key: string;
  readonly version: string;
  readonly paper: string;
  readonly appliesTo: unknown;
  readonly root: unknown;
  readonly inForceFrom: string;
  readonly inForceTo: string | null;
}

/** A version of the district's own as the engine judges by it. */
export const asRuleSet = ({ key, version, paper, appliesTo, root, inForceFrom, inForceTo }: Row): RuleSet => ({
  ...{ key, version, inForceFrom, source: paper, certainty: 'one-copy', root: root as Group },
  ...(inForceTo !== null && { inForceTo }),
  ...(appliesTo !== null && { appliesTo: appliesTo as string[] }),
});

/** The version of a rule that holds in a district on a day, for a kind of application; undefined where none does. */
export const ruleOn = async (tx: Tx, district: string, shipped: readonly RuleSet[], key: string, day: string, kind?: string): Promise<RuleSet | undefined> =>
  ruleInForce(await rulesOf(tx, district, shipped), key, day, kind);
