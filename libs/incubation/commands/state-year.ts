import { command, Part, today } from '#platform';
import { wrongYear } from '../domain/platform.js';
import { yearStated } from '../domain/people.js';
import { YearInput } from '../inputs/year-input.js';
import { platformKind } from './kinds.js';

export class StateYear {
  @Part(() => YearInput) figures!: YearInput;
}

export const stateYear = command({
  name: 'state-year',
  summary: 'States what the yearly statistics ask of a platform and no record holds: income by kind, its fund.',
  on: platformKind,
  may: 'run',
  target: (input: StateYear & { platform: string; year: string }) => input.platform,
  async decide(c, { platform, year, figures }, { aggregate }) {
    if (year > (await today(c)).slice(0, 4)) c.refuse(wrongYear, { year });
    const key = { districtId: c.district, platformId: platform, year };
    const row = JSON.parse(JSON.stringify(figures)) as object;
    await c.tx.platformYear.upsert({ where: { districtId_platformId_year: key }, create: { ...key, figures: row }, update: { figures: row } });
    c.announce(aggregate, yearStated({ year, facts: Object.keys(row) }));
  },
});
