import { command, Day, districtKind, newId, notAhead, notFound, Ref, Refs, Text, Whole } from '#platform';
import { activityTogether } from '../domain/envoy.js';

export class RecordEnvoyActivity {
  @Text({ max: 200 }) title!: string;
  @Text({ max: 200 }) place!: string;
  @Day() on!: string;
  @Refs({ max: 200, description: 'The envoys who took part' }) envoys!: string[];
  @Whole({ max: 100_000, description: 'People who came' }) people!: number;
  @Ref({ optional: true }) team?: string;
}

export const recordEnvoyActivity = command({
  name: 'record-envoy-activity',
  summary: 'Enters a joint activity of envoys.',
  on: districtKind,
  may: 'run-expertise',
  target: (_: RecordEnvoyActivity, district) => district,
  async decide(c, { title, place, on, envoys, people, team }, { aggregate }) {
    await notAhead(c, on);
    const known = new Set((await c.tx.envoy.findMany({ where: { districtId: c.district, id: { in: envoys } }, select: { id: true } })).map(({ id }) => id));
    const stranger = envoys.find((one) => !known.has(one));
    if (stranger !== undefined) c.refuse(notFound, { kind: 'envoy', id: stranger });
    if (team !== undefined && !(await c.tx.envoyTeam.findUnique({ where: c.key(team) }))) c.refuse(notFound, { kind: 'envoy-team', id: team });
    const activity = newId();
    c.announce(aggregate, activityTogether({ activity, title, envoys: known.size, people, on }));
    await c.tx.envoyActivity.create({ data: { districtId: c.district, id: activity, teamId: team ?? null, title, place, on, envoys: [...known], people } });
    return { activity };
  },
});
