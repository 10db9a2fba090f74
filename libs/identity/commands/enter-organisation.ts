import { isCreditCode } from '#kernel';
import { command, districtKind, notFound, Ref, Text } from '#platform';
import { creditCodeTaken, organisationEntered, ownParent, wrongCreditCode } from '../domain/organisation.js';
import { organisationFor } from '../organisation-for.js';

export class EnterOrganisation {
  @Text({ max: 120 }) name!: string;
  @Text({ max: 18, optional: true, description: 'The unified social credit code' }) creditCode?: string;
  @Ref({ optional: true, description: 'The organisation it belongs to' }) parent?: string;
}

export const enterOrganisation = command({
  name: 'enter-organisation',
  summary: 'Enters an organisation in the register, or corrects its code and what it belongs to; known by its code, else by its name.',
  on: districtKind,
  may: 'enter-organisation',
  exclusive: false,
  target: (_: EnterOrganisation, district) => district,
  async decide(c, { name, creditCode, parent }, district) {
    if (creditCode !== undefined && !isCreditCode(creditCode)) c.refuse(wrongCreditCode, { code: creditCode });
    const holder = creditCode === undefined ? null : await c.tx.organisation.findUnique({ where: { districtId_creditCode: { districtId: c.district, creditCode } } });
    if (holder && holder.name !== name) c.refuse(creditCodeTaken, { code: holder.creditCode!, name: holder.name });
    if (parent !== undefined && !(await c.tx.organisation.findUnique({ where: c.key(parent) }))) c.refuse(notFound, { kind: 'organisation', id: parent });
    const organisation = await organisationFor(c, { name, creditCode });
    if (parent === organisation) c.refuse(ownParent);
    if (parent !== undefined) await c.tx.organisation.update({ where: c.key(organisation), data: { parentId: parent } });
    c.announce(district.aggregate, organisationEntered({ organisation, name }));
    return { organisation };
  },
});
