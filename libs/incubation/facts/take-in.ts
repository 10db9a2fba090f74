import { evaluate, isCreditCode, localDay, periodOf, type Explanation, type Facts } from '#kernel';
import { wrongCreditCode } from '#identity';
import { timeZoneOf, type Context } from '#platform';
import { nameFirm } from '#project';
import { ruleOn } from '#rulebook';
import { admissionFacts } from '../domain/admission-facts.js';
import { gapFacts } from '../domain/gap-list.js';
import { admissionUnmet, termNotForward } from '../domain/incubatee.js';
import { platformClosed } from '../domain/platform.js';
import { paceOf } from '../domain/report.js';
import { ADMISSION, admissionRuleOf } from '../rules/admission.js';
import { askFor, remindOfEnd } from './deadlines.js';
import { beginStay } from './stays.js';

export interface Admission {
  readonly firm: string;
  readonly creditCode?: string | undefined;
  readonly registeredOn?: string | undefined;
  readonly field?: string | undefined;
  readonly from: string;
  readonly to: string;
  readonly facts?: Facts | undefined;
}

interface Known {
  readonly id: string;
  readonly projectId: string;
  readonly creditCode: string | null;
  readonly registeredOn: string | null;
  readonly field: string | null;
}

interface Host {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly reportEvery: string;
  readonly aggregate: { readonly state: string };
}

/** Whether a platform may take a firm on these terms, by the rule in force on the day it enters; null where there is no rule for that kind. @throws Refused */
export async function judgeAdmission(c: Context, platform: Host, known: Known, { from, to, facts = {}, ...given }: Admission, kind?: 'move'): Promise<Explanation | null> {
  if (platform.aggregate.state === 'withdrawn') return c.refuse(platformClosed, { platform: platform.name });
  if (from >= to) return c.refuse(termNotForward, { from, to });
  if (given.creditCode !== undefined && !isCreditCode(given.creditCode)) return c.refuse(wrongCreditCode, { code: given.creditCode });
  const rule = await ruleOn(c.tx, c.district, ADMISSION, admissionRuleOf(platform.kind), from, kind);
  if (!rule) return null;
  const judged = evaluate(rule, admissionFacts(facts, { registeredOn: given.registeredOn ?? known.registeredOn, field: given.field ?? known.field, from, to }));
  return judged.verdict === 'pass' ? judged : c.refuse(admissionUnmet, gapFacts(judged), judged);
}

/** Writes an admission that was judged: the firm's stay and contract, what it is called (unless its project is `named` so already), and when it reports. */
export async function takeIn(c: Context, platform: Host, known: Known, { firm, from, to, creditCode, registeredOn, field }: Admission, admission: Explanation | null, { named = false } = {}): Promise<void> {
  const code = creditCode ?? known.creditCode;
  await c.tx.incubatee.update({
    where: c.key(known.id),
    data: {
      ...{ platformId: platform.id, nextPlatformId: null, firm, creditCode: code, contractFrom: from, contractTo: to },
      ...(registeredOn !== undefined && { registeredOn }),
      ...(field !== undefined && { field }),
      ...(admission && { admission: JSON.parse(JSON.stringify(admission)) as object }),
    },
  });
  await beginStay(c, known, { platform: platform.id, creditCode: code, from });
  const aggregate = { id: known.id, kind: 'incubatee' };
  const now = localDay(c.now, await timeZoneOf(c));
  const since = from > now ? from : now;
  await askFor(c, aggregate, periodOf(since, paceOf(platform)));
  await remindOfEnd(c, aggregate, { firm, to, platform: platform.id });
  if (!named) await nameFirm(c, known.projectId, firm);
}
