import { command, Day, newId, notAhead, notFound, Ref, Text, Whole } from '#platform';
import { envoyMachine, envoyServed, noSuchDispatch, outsideTerm, servedThatDay } from '../domain/envoy.js';
import { envoyKind } from './kinds.js';

export class RecordEnvoyService {
  @Ref() dispatch!: string;
  @Day() on!: string;
  @Whole({ min: 1, max: 2, description: 'Half days: 2 is a whole one' }) halves!: number;
  @Text({ max: 2000 }) what!: string;
  @Text({ max: 200, description: 'Its proof: a photo, a stamped paper, by its number or file' }) proof!: string;
  @Ref({ optional: true, description: 'The problem that he worked on' }) problem?: string;
}

export const recordEnvoyService = command({
  name: 'record-envoy-service',
  summary: 'Enters a day of an envoy’s service with its proof; a day counts once.',
  on: envoyKind,
  may: 'serve',
  target: (input: RecordEnvoyService & { envoy: string }) => input.envoy,
  async decide(c, { dispatch: wanted, on, halves, what, proof, problem }, { id, aggregate, dispatches, services }) {
    await notAhead(c, on);
    const dispatch = dispatches.find((one) => one.id === wanted) ?? c.refuse(noSuchDispatch);
    if (on < dispatch.from || on > dispatch.to) c.refuse(outsideTerm, { on, from: dispatch.from, to: dispatch.to });
    if (services.some((one) => one.on === on)) c.refuse(servedThatDay, { on });
    if (problem !== undefined && !(await c.tx.problem.findUnique({ where: c.key(problem) }))) c.refuse(notFound, { kind: 'problem', id: problem });
    const service = newId();
    c.move(aggregate, envoyMachine.take('serve', aggregate.state, {}, [envoyServed({ service, on, halves })]));
    await c.tx.envoyService.create({ data: { districtId: c.district, id: service, envoyId: id, dispatchId: wanted, on, halves, what, proof, problemId: problem ?? null } });
    return { service };
  },
});
