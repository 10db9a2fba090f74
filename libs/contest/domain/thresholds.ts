import type { Clause, Facts, Group, RuleSet } from '#kernel';

/** The metric by which an edition names the day on which ages are counted. */
const CUT_OFF = 'age-on';

/** A rule with the figures that an edition sets otherwise, by metric; each such clause says so. */
export function withThresholds(rule: RuleSet, thresholds: Facts): RuleSet {
  const set = (node: Clause | Group): Clause | Group => {
    if ('of' in node) return { ...node, of: node.of.map(set) };
    const threshold = thresholds[node.metric];
    if (threshold === undefined || typeof threshold !== typeof node.threshold) return node;
    return { ...node, threshold: threshold as number, zh: `${node.zh}（本届为 ${String(threshold)}）`, en: `${node.en} (in this edition ${String(threshold)})` };
  };
  return { ...rule, root: set(rule.root) as RuleSet['root'] };
}

/** The applicant's age in whole years on the edition's cut-off day, from the day of birth stated; nothing where either is missing. */
export function ageOn(facts: Facts, thresholds: Facts): Facts {
  const [born, on] = [facts['birth-date'], thresholds[CUT_OFF]];
  if (typeof born !== 'string' || typeof on !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(born)) return {};
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4));
  return { 'applicant-age': years - (on.slice(5) < born.slice(5) ? 1 : 0) };
}
