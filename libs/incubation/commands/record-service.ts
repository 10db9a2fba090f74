import { Choice, command, Day, newId, Ref, Text } from '#platform';
import { notOfPlatform, SERVICE_KINDS, serviceGiven } from '../domain/people.js';
import { platformKind } from './kinds.js';

export class RecordService {
  @Ref({ optional: true, description: 'The firm served; none for one that served many' }) incubatee?: string;
  @Choice(SERVICE_KINDS) kind!: (typeof SERVICE_KINDS)[number];
  @Day() on!: string;
  @Text({ max: 120, description: 'Who gave it: the platform itself, or an agency' }) by!: string;
  @Text({ max: 1000 }) note!: string;
}

export const recordService = command({
  name: 'record-service',
  summary: 'Records that a platform has served a firm.',
  on: platformKind,
  may: 'run',
  target: (input: RecordService & { platform: string }) => input.platform,
  async decide(c, { platform, incubatee, ...given }, { aggregate }) {
    if (incubatee !== undefined && (await c.tx.stay.count({ where: { districtId: c.district, platformId: platform, incubateeId: incubatee } })) === 0) c.refuse(notOfPlatform, { count: 1 });
    const service = newId();
    await c.tx.serviceGiven.create({ data: { districtId: c.district, id: service, platformId: platform, incubateeId: incubatee ?? null, ...given } });
    c.announce(aggregate, serviceGiven({ service, kind: given.kind, on: given.on }));
    return { service };
  },
});
