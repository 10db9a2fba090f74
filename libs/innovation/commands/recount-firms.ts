import { command, districtKind } from '#platform';
import { firmsRecounted } from '../domain/firm.js';

export const recountFirms = command({
  name: 'recount-firms',
  summary: 'Has all firms judged anew by the rules of today: after a new year began, or a rule came into force.',
  on: districtKind,
  may: 'register-firm',
  target: (_: object, district) => district,
  async decide(c, _, { aggregate }) {
    const firms = await c.tx.firm.count({ where: { districtId: c.district, mergedIntoId: null } });
    c.announce(aggregate, firmsRecounted({ firms }));
    return { firms };
  },
});
