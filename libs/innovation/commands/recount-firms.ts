import { command, districtKind } from '#platform';
import { firmsRecounted } from '../domain/firm.js';
import { assessFirms } from '../facts/assess-firms.js';

export const recountFirms = command({
  name: 'recount-firms',
  summary: 'Judges all firms anew by the rules of today: after a new year began, or a rule came into force.',
  on: districtKind,
  may: 'register-firm',
  exclusive: false,
  target: (_: object, district) => district,
  async decide(c, _, { aggregate }) {
    const firms = await c.tx.firm.findMany({ where: { districtId: c.district, mergedIntoId: null }, select: { id: true } });
    await assessFirms(c, firms.map(({ id }) => id));
    c.announce(aggregate, firmsRecounted({ firms: firms.length }));
    return { firms: firms.length };
  },
});
