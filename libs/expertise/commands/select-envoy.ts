import { command, notFound, Ref, Text } from '#platform';
import { envoyMachine, envoySelected } from '../domain/envoy.js';
import { envoyKind } from './kinds.js';

export class SelectEnvoy {
  @Text({ max: 100, description: 'The agreement’s number' }) paper!: string;
  @Ref({ optional: true, description: 'The team he joins' }) team?: string;
}

export const selectEnvoy = command({
  name: 'select-envoy',
  summary: 'Selects an envoy; his agreement is signed for his term.',
  on: envoyKind,
  may: 'run',
  target: (input: SelectEnvoy & { envoy: string }) => input.envoy,
  async decide(c, { paper, team }, { id, aggregate, name, from, to, personId }) {
    if (team !== undefined && !(await c.tx.envoyTeam.findUnique({ where: c.key(team) }))) c.refuse(notFound, { kind: 'envoy-team', id: team });
    c.move(aggregate, envoyMachine.take('select', aggregate.state, {}, [envoySelected({ name, from, to, paper, people: personId === null ? [] : [personId] })]));
    await c.tx.envoy.update({ where: c.key(id), data: { paper, ...(team !== undefined && { teamId: team }) } });
  },
});
