import { Choice, command, Day, notAhead, today } from '#platform';
import { assess } from '../domain/assess.js';
import { firmMergedAway } from '../domain/firm.js';
import { claimedAlready, nameOf, noRuleThen, qualificationClaimed, qualificationMachine } from '../domain/qualification.js';
import { qualificationFacts } from '../domain/qualification-facts.js';
import { firmRules } from '../facts/firm-rules.js';
import { firmsSeen } from '../facts/firms-seen.js';
import { APPLICATIONS, CERTIFICATE_KEYS, type ApplicationKind, type CertificateKey } from '../rules/certificates.js';
import { firmKind, qualificationKind } from './kinds.js';

export class ClaimQualification {
  @Choice(CERTIFICATE_KEYS) key!: CertificateKey;
  @Choice(APPLICATIONS) kind!: ApplicationKind;
  @Day({ optional: true, description: 'When it applied; today where it is left out' }) on?: string;
}

export const claimQualification = command({
  name: 'claim-qualification',
  summary: 'Puts down that a firm applies for a qualification. What the rule of that kind and day says, and the facts it saw, are kept with it for good.',
  on: firmKind,
  may: 'claim',
  target: (input: ClaimQualification & { firm: string }) => input.firm,
  async decide(c, { key, kind, on: given }, { id: firmId, aggregate, name, mergedIntoId }) {
    if (mergedIntoId !== null) c.refuse(firmMergedAway);
    const on = given ?? (await today(c));
    await notAhead(c, on);
    if ((await c.tx.qualification.count({ where: { districtId: c.district, firmId, key, aggregate: { state: 'claimed' } } })) > 0) c.refuse(claimedAlready, { firm: name });
    const [firm] = await firmsSeen(c.tx, c.district, [firmId]);
    const assessed = assess(await firmRules(c.tx, c.district), key, qualificationFacts(firm!, on), kind, on) ?? c.refuse(noRuleThen, { on, key, kind });
    const { verdict, version } = assessed;
    const id = c.create(qualificationKind.kind, qualificationMachine.begin(qualificationClaimed({ ...nameOf(name, key), kind, verdict, version })), { project: aggregate.projectId });
    const { facts, ...said } = JSON.parse(JSON.stringify(assessed)) as { facts: object };
    await c.tx.qualification.create({ data: { districtId: c.district, id, firmId, key, kind, appliedOn: on, version, verdict, explanation: said, facts } });
    return { id, verdict, version };
  },
});
