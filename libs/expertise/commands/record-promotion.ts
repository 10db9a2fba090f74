import { command, Day, districtKind, newId, notAhead, notFound, Ref, Text } from '#platform';
import { resultPromoted } from '../domain/institute.js';

export class RecordPromotion {
  @Text({ max: 200 }) title!: string;
  @Text({ max: 40 }) field!: string;
  @Day() on!: string;
  @Text({ max: 200, description: 'To whom, or where' }) to!: string;
  @Ref({ optional: true, description: 'Whose result it is' }) institute?: string;
  @Text({ optional: true, max: 120, description: 'The district or zone it came from' }) fromDistrict?: string;
}

export const recordPromotion = command({
  name: 'record-promotion',
  summary: 'Puts down that a result of research was brought to those who use it.',
  on: districtKind,
  may: 'run-expertise',
  target: (_: RecordPromotion, district) => district,
  async decide(c, { title, field, on, to, institute, fromDistrict }, { aggregate }) {
    await notAhead(c, on);
    if (institute !== undefined && !(await c.tx.institute.findUnique({ where: c.key(institute) }))) c.refuse(notFound, { kind: 'institute', id: institute });
    const promotion = newId();
    c.announce(aggregate, resultPromoted({ promotion, title, to, on }));
    await c.tx.promotion.create({ data: { districtId: c.district, id: promotion, title, field, on, to, instituteId: institute ?? null, fromDistrict: fromDistrict ?? null } });
    return { promotion };
  },
});
