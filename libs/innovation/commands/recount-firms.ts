import { command, districtKind } from '#platform';
import { firmsRecounted } from '../domain/firm.js';
import { assessFirms } from '../facts/assess-firms.js';
import { standingFirms } from '../facts/merged-records.js';

export const recountFirms = command({
  name: 'recount-firms',
  summary: 'Judges all firms anew by the rules of today: after a new year began, or a rule came into force.',
  on: districtKind,
  may: 'register-firm',
  exclusive: false,
  target: (_: object, district) => district,
  async decide(c, _, { aggregate }) {
    const firms = await standingFirms(c.tx, c.district);
    await assessFirms(c, firms);
    c.announce(aggregate, firmsRecounted({ firms: firms.length }));
    return { firms: firms.length };
  },
});
