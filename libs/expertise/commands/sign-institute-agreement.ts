import { command, Day, newId, notAhead, Text } from '#platform';
import { agreementSigned } from '../domain/institute.js';
import { datesCrossed } from '../domain/problem.js';
import { instituteKind } from './kinds.js';

export class SignInstituteAgreement {
  @Text({ max: 200 }) title!: string;
  @Text({ max: 100, description: 'Its number' }) paper!: string;
  @Day() signedOn!: string;
  @Day({ optional: true }) endsOn?: string;
}

export const signInstituteAgreement = command({
  name: 'sign-institute-agreement',
  summary: 'Enters an agreement between the district and an institute.',
  on: instituteKind,
  may: 'run',
  target: (input: SignInstituteAgreement & { institute: string }) => input.institute,
  async decide(c, { title, paper, signedOn, endsOn }, { id, aggregate, name }) {
    await notAhead(c, signedOn);
    if (endsOn !== undefined && endsOn < signedOn) c.refuse(datesCrossed, { from: signedOn, to: endsOn });
    c.announce(aggregate, agreementSigned({ institute: name, title, signedOn, endsOn: endsOn ?? null }));
    await c.tx.instituteAgreement.create({ data: { districtId: c.district, id: newId(), instituteId: id, title, paper, signedOn, endsOn: endsOn ?? null } });
  },
});
