import { command, Day, newId, notFound, Ref, Text } from '#platform';
import { envoyDispatched, envoyMachine, outsideTerm } from '../domain/envoy.js';
import { datesCrossed } from '../domain/problem.js';
import { envoyKind } from './kinds.js';

export class DispatchEnvoy {
  @Ref({ optional: true, description: 'A firm, by its project' }) project?: string;
  @Text({ max: 120, description: 'The firm’s or the village’s name' }) place!: string;
  @Text({ max: 1000 }) task!: string;
  @Day() from!: string;
  @Day() to!: string;
}

export const dispatchEnvoy = command({
  name: 'dispatch-envoy',
  summary: 'Sends an envoy to a firm or a village, within his term.',
  on: envoyKind,
  may: 'run',
  target: (input: DispatchEnvoy & { envoy: string }) => input.envoy,
  async decide(c, { project, place, task, from, to }, envoy) {
    if (to < from) c.refuse(datesCrossed, { from, to });
    if (from < envoy.from || to > envoy.to) c.refuse(outsideTerm, { on: from < envoy.from ? from : to, from: envoy.from, to: envoy.to });
    if (project !== undefined && !(await c.tx.project.findUnique({ where: c.key(project) }))) c.refuse(notFound, { kind: 'project', id: project });
    const dispatch = newId();
    c.move(envoy.aggregate, envoyMachine.take('serve', envoy.aggregate.state, {}, [envoyDispatched({ dispatch, place, task, people: envoy.personId === null ? [] : [envoy.personId] })]));
    await c.tx.dispatch.create({ data: { districtId: c.district, id: dispatch, envoyId: envoy.id, projectId: project ?? null, place, task, from, to } });
    return { dispatch };
  },
});
