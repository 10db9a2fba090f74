import { calls as api, type Answer, type Shown } from '../api/client.js';

export type Clause = Shown['ClauseShown'];

/** The clauses of a rule, those of its choices among them. */
export const clausesOf = (group: Shown['GroupShown']): readonly Clause[] => group.of.flatMap((part) => ('of' in part ? clausesOf(part) : [part]));

/** The newest version of a rule set; undefined until it is known. */
export function useRule(key: string | undefined): Answer<'/api/eligibility-rules'>[number] | undefined {
  const rules = api.useQuery('get', '/api/eligibility-rules');
  return rules.data?.filter((rule) => rule.key === key).sort((a, b) => (a.inForceFrom < b.inForceFrom ? 1 : -1))[0];
}
