import { inForceOn, ruleInForce, type RuleSet, type RuleTable, type TableBody, type Versioned } from '#kernel';
import type { Tx } from '#platform';

/** Versions of rules that the program brings, with those that the district decided for the same rules. */
export async function rulesOf<R>(tx: Tx, district: string, shipped: readonly Versioned<R>[]): Promise<readonly Versioned<R>[]> {
  const keys = [...new Set(shipped.map(({ key }) => key))];
  const own = await tx.ruleVersion.findMany({ where: { districtId: district, key: { in: keys }, inForceFrom: { not: null } } });
  return own.length === 0 ? shipped : [...shipped, ...own.map((row) => asVersioned<R>({ ...row, inForceFrom: row.inForceFrom! }))];
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

/** A version of the district's own as the engine judges by it: it says what the rule of its key says, conditions or a table. */
export const asVersioned = <R>({ key, version, paper, appliesTo, root, inForceFrom, inForceTo }: Row): Versioned<R> => ({
  ...{ key, version, inForceFrom, source: paper, certainty: 'one-copy', root: root as R },
  ...(inForceTo !== null && { inForceTo }),
  ...(appliesTo !== null && { appliesTo: appliesTo as string[] }),
});

/** The version of a rule that holds in a district on a day, for a kind of application; undefined where none does. */
export const ruleOn = async (tx: Tx, district: string, shipped: readonly RuleSet[], key: string, day: string, kind?: string): Promise<RuleSet | undefined> =>
  ruleInForce(await rulesOf(tx, district, shipped), key, day, kind);

/** The version of a table that holds in a district on a day; undefined where none does. `shipped`: all versions of the one table. */
export const tableOn = async <T extends TableBody>(tx: Tx, district: string, shipped: readonly RuleTable<T>[], day: string): Promise<Versioned<T> | undefined> => inForceOn(await rulesOf<T>(tx, district, shipped), day);
