import { Choice, command, Text, today, Year } from '#platform';
import { rulesOf } from '#rulebook';
import { ENVOY_RULES } from '../rules/envoys.js';
import { envoyAppraised, envoyMachine, gradeBy, gradeNeedsNote, GRADES, yearNotServed, type Grade } from '../domain/envoy.js';
import { envoyYear } from '../facts/envoy-year.js';
import { envoyKind } from './kinds.js';

export class AppraiseEnvoy {
  @Year() year!: string;
  @Choice(GRADES, { optional: true, description: 'The rule’s where it is left out; another needs a note' }) grade?: Grade;
  @Text({ optional: true, min: 2, max: 2000 }) note?: string;
}

export const appraiseEnvoy = command({
  name: 'appraise-envoy',
  summary: 'Appraises an envoy’s year by the rule, on what is entered of it; a later appraisal takes the place of the earlier.',
  on: envoyKind,
  may: 'run',
  target: (input: AppraiseEnvoy & { envoy: string }) => input.envoy,
  async decide(c, { year, grade: given, note }, envoy) {
    if (year < envoy.from.slice(0, 4) || year > envoy.to.slice(0, 4)) c.refuse(yearNotServed, { year, from: envoy.from, to: envoy.to });
    const on = await today(c);
    const { grade: byRule, explanations } = gradeBy(await rulesOf(c.tx, c.district, ENVOY_RULES), await envoyYear(c.tx, envoy, year), on);
    const grade = given ?? byRule;
    if (grade !== byRule && note === undefined) c.refuse(gradeNeedsNote, { byRule });
    const { state } = envoy.aggregate;
    c.move(envoy.aggregate, envoyMachine.take('appraise', state, {}, [envoyAppraised({ name: envoy.name, year, grade, byRule, people: envoy.personId === null ? [] : [envoy.personId] })]));
    const row = { grade, byRule, explanation: JSON.parse(JSON.stringify(explanations)) as object[], note: note ?? null, on };
    await c.tx.envoyAppraisal.upsert({ where: { districtId_envoyId_year: { districtId: c.district, envoyId: envoy.id, year } }, create: { districtId: c.district, envoyId: envoy.id, year, ...row }, update: row });
    return { grade, byRule };
  },
});
