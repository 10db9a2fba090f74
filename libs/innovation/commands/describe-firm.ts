import { isCreditCode } from '#kernel';
import { command, notAhead, notFound, Text } from '#platform';
import { creditCodeWrong, firmDescribed, firmKnown, firmMergedAway } from '../domain/firm.js';
import { FirmInput } from '../inputs/firm-input.js';
import { firmKind } from './kinds.js';

export class DescribeFirm extends FirmInput {
  @Text({ optional: true, max: 120, description: 'Its new name; the one before is kept' }) name?: string;
  @Text({ optional: true, max: 18 }) creditCode?: string;
}

export const describeFirm = command({
  name: 'describe-firm',
  summary: 'Changes what the register says of a firm; what is left out stays, and former names are kept.',
  on: firmKind,
  may: 'run',
  target: (input: DescribeFirm & { firm: string }) => input.firm,
  async decide(c, { name, creditCode, registeredOn, industry, field, place, project }, firm) {
    if (firm.mergedIntoId !== null) c.refuse(firmMergedAway);
    if (registeredOn !== undefined) await notAhead(c, registeredOn);
    if (creditCode !== undefined && !isCreditCode(creditCode)) c.refuse(creditCodeWrong, { creditCode });
    const known = creditCode === undefined ? null : await c.tx.firm.findFirst({ where: { districtId: c.district, creditCode, id: { not: firm.id } } });
    if (known) c.refuse(firmKnown, { creditCode: creditCode!, name: known.name });
    if (project !== undefined && !(await c.tx.project.findUnique({ where: c.key(project) }))) c.refuse(notFound, { kind: 'project', id: project });
    c.move(firm.aggregate, { to: firm.aggregate.state, events: [firmDescribed({ name: name ?? firm.name })] }, project ?? firm.projectId);
    const renamed = name !== undefined && name !== firm.name;
    const given = Object.fromEntries(Object.entries({ creditCode, registeredOn, industry, field, place, projectId: project }).filter(([, value]) => value !== undefined));
    await c.tx.firm.update({ where: c.key(firm.id), data: { ...given, ...(renamed && { name, formerNames: [...firm.formerNames, firm.name] }) } });
  },
});
