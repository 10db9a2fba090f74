import { isCreditCode } from '#kernel';
import { command, districtKind, notAhead, notFound, Text } from '#platform';
import { creditCodeWrong, firmKnown, firmMachine, firmRegistered } from '../domain/firm.js';
import { FirmInput } from '../inputs/firm-input.js';
import { firmKind } from './kinds.js';

export class RegisterFirm extends FirmInput {
  @Text({ max: 120 }) name!: string;
  @Text({ optional: true, max: 18, description: 'Unified social credit code' }) creditCode?: string;
}

export const registerFirm = command({
  name: 'register-firm',
  summary: 'Enters a firm into the register: one record a credit code.',
  on: districtKind,
  may: 'register-firm',
  exclusive: false,
  target: (_: RegisterFirm, district) => district,
  async decide(c, { name, creditCode, registeredOn, industry, field, place, project }) {
    if (registeredOn !== undefined) await notAhead(c, registeredOn);
    if (creditCode !== undefined && !isCreditCode(creditCode)) c.refuse(creditCodeWrong, { creditCode });
    const known = creditCode === undefined ? null : await c.tx.firm.findFirst({ where: { districtId: c.district, creditCode } });
    if (known) c.refuse(firmKnown, { creditCode: creditCode!, name: known.name });
    if (project !== undefined && !(await c.tx.project.findUnique({ where: c.key(project) }))) c.refuse(notFound, { kind: 'project', id: project });
    const id = c.create(firmKind.kind, firmMachine.begin(firmRegistered({ name, creditCode: creditCode ?? null })), { project: project ?? null });
    await c.tx.firm.create({ data: { districtId: c.district, id, name, creditCode: creditCode ?? null, registeredOn: registeredOn ?? null, industry: industry ?? null, field: field ?? null, place: place ?? null, projectId: project ?? null } });
  },
});
