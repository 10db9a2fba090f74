import { command, Text, Whole } from '#platform';
import { siteCodeTaken, siteMachine, siteRegistered } from '../domain/park.js';
import { SiteInput, siteRow } from '../inputs/site-input.js';
import { parkKind, siteKind } from './kinds.js';

export class RegisterSite extends SiteInput {
  @Text({ max: 40, example: 'A-03' }) code!: string;
  @Whole({ min: 1, description: 'In square metres' }) area!: number;
}

export const registerSite = command({
  name: 'register-site',
  summary: 'Enters a plot or a factory floor of a park, with what it offers.',
  on: parkKind,
  may: 'register-site',
  target: (input: RegisterSite & { park: string }) => input.park,
  async decide(c, { code, area, ...offer }, park) {
    if (await c.tx.site.findUnique({ where: { districtId_parkId_code: { districtId: c.district, parkId: park.id, code } } })) c.refuse(siteCodeTaken, { code });
    const id = c.create(siteKind.kind, siteMachine.begin(siteRegistered({ park: park.id, code, area })));
    await c.tx.site.create({ data: { districtId: c.district, id, parkId: park.id, code, area, ...siteRow(offer) } });
  },
});
