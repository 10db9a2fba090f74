import { mustBeKnown } from '#identity';
import { Amount, Choice, command, Day, districtKind, newId, notFound, Ref, Text } from '#platform';
import { envoyMachine, envoyNominated, ENVOY_LEVELS } from '../domain/envoy.js';
import { datesCrossed } from '../domain/problem.js';
import { envoyKind } from './kinds.js';

export class NominateEnvoy {
  @Text({ max: 60 }) name!: string;
  @Text({ max: 120, description: 'Where he works' }) unit!: string;
  @Choice(ENVOY_LEVELS) level!: (typeof ENVOY_LEVELS)[number];
  @Text({ max: 60 }) industry!: string;
  @Ref({ optional: true, description: 'The person, where he has an account: he enters his own service' }) person?: string;
  @Ref({ optional: true, description: 'The same as an expert who solves problems' }) solver?: string;
  @Ref({ optional: true }) team?: string;
  @Day() from!: string;
  @Day() to!: string;
  @Amount({ description: 'His fee a year, in fen, paid in two parts' }) fee!: number;
}

export const nominateEnvoy = command({
  name: 'nominate-envoy',
  summary: 'Proposes someone as a science envoy for a term.',
  on: districtKind,
  may: 'run-expertise',
  exclusive: false,
  target: (_: NominateEnvoy, district) => district,
  async decide(c, { name, unit, level, industry, person, solver, team, from, to, fee }) {
    if (to < from) c.refuse(datesCrossed, { from, to });
    if (person !== undefined) await mustBeKnown(c, [person]);
    if (solver !== undefined && !(await c.tx.solver.findUnique({ where: c.key(solver) }))) c.refuse(notFound, { kind: 'solver', id: solver });
    if (team !== undefined && !(await c.tx.envoyTeam.findUnique({ where: c.key(team) }))) c.refuse(notFound, { kind: 'envoy-team', id: team });
    const id = newId();
    c.create(envoyKind.kind, envoyMachine.begin(envoyNominated({ name, level, industry })), { id });
    await c.tx.envoy.create({ data: { districtId: c.district, id, name, unit, level, industry, personId: person ?? null, solverId: solver ?? null, teamId: team ?? null, from, to, fee: BigInt(fee) } });
  },
});
