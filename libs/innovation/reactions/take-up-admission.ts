import { firmOf, incubateeAdmitted } from '#incubation';
import { reaction } from '#platform';
import { firmKind } from '../commands/kinds.js';
import { firmDescribed, firmMachine, firmRegistered } from '../domain/firm.js';

export const takeUpAdmission = reaction({
  name: 'take-up-admission',
  summary: 'Enters a firm that a platform takes into the register, or finds it there by its credit code, and ties it to its project.',
  on: [incubateeAdmitted],
  async react(c, { project }) {
    const incubatee = project === null ? null : await firmOf(c.tx, c.district, project);
    if (project === null || !incubatee?.firm) return;
    const { firm: name, creditCode, registeredOn, field } = incubatee;
    const known = await c.tx.firm.findFirst({ where: { districtId: c.district, mergedIntoId: null, OR: [{ projectId: project }, ...(creditCode === null ? [] : [{ creditCode }])] }, include: { aggregate: true } });
    if (!known) {
      const id = c.create(firmKind.kind, firmMachine.begin(firmRegistered({ name, creditCode })), { project });
      await c.tx.firm.create({ data: { districtId: c.district, id, name, creditCode, registeredOn, field, projectId: project } });
    } else if (known.projectId === null) {
      await c.lock(known.id);
      c.move(await c.tx.aggregate.findUniqueOrThrow({ where: c.key(known.id) }), { to: known.aggregate.state, events: [firmDescribed({ name: known.name })] }, project);
      await c.tx.firm.update({ where: c.key(known.id), data: { projectId: project, registeredOn: known.registeredOn ?? registeredOn } });
    }
  },
});
