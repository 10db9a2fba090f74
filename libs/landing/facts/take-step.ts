import { endOfLocalDay } from '#kernel';
import { notAhead, timeZoneOf, type Context } from '#platform';
import { rulesOf } from '#rulebook';
import { notOnFile, stepDisordered, stepUnproven } from '../domain/deal.js';
import { proves, STEPS, type Evidence, type Step } from '../domain/deal-steps.js';
import { ENTRY_HOURS, LANDING_RULES } from '../rules/landing-steps.js';

interface DealRow {
  readonly id: string;
  readonly projectId: string;
  readonly declaredOn: string;
  readonly steps: readonly { readonly step: string; readonly on: string | null }[];
}

const HOUR = 3_600_000;

/** Puts a step on a deal: proven by what is on file, after the step before it, and marked where it was entered late. @throws Refused */
export async function takeStep(c: Context, { id: dealId, projectId, declaredOn, steps }: DealRow, step: Step, on: string, evidence: readonly Evidence[]): Promise<void> {
  await notAhead(c, on);
  const earlier = STEPS.slice(0, STEPS.indexOf(step));
  const before = [declaredOn, ...steps.flatMap((one) => (earlier.some((name) => name === one.step) && one.on !== null ? [one.on] : []))].sort().at(-1)!;
  if (on < before) c.refuse(stepDisordered, { on, before });
  const wanted = [...new Set(evidence.map(({ document }) => document))];
  const kept = new Set((await c.tx.document.findMany({ where: { districtId: c.district, projectId, id: { in: wanted } }, select: { id: true } })).map(({ id }) => id));
  for (const document of wanted) if (!kept.has(document)) c.refuse(notOnFile, { document });
  const explanation = proves(await rulesOf(c.tx, c.district, LANDING_RULES), step, evidence, on);
  if (explanation && explanation.verdict !== 'pass') {
    const missing = explanation.root.parts.flatMap((part) => ('clause' in part && part.verdict !== 'pass' ? [part.clause.zh] : []));
    c.refuse(stepUnproven, { step, rule: explanation.source, missing: missing.join('、') }, explanation);
  }
  const late = c.now.getTime() > endOfLocalDay(on, await timeZoneOf(c)).getTime() + ENTRY_HOURS * HOUR;
  const row = { on, evidence: evidence.map(({ kind, document, number }) => ({ kind, document, ...(number !== undefined && { number }) })), explanation: JSON.parse(JSON.stringify(explanation ?? null)) as object, late, byId: c.person, enteredAt: c.now };
  await c.tx.dealStep.upsert({ where: { districtId_dealId_step: { districtId: c.district, dealId, step } }, create: { districtId: c.district, dealId, step, ...row }, update: row });
}
