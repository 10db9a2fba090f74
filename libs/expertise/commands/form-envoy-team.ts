import { command, districtKind, newId, Text } from '#platform';
import { envoyTeamFormed, envoyTeamMachine } from '../domain/envoy.js';
import { envoyTeamKind } from './kinds.js';

export class FormEnvoyTeam {
  @Text({ max: 100 }) name!: string;
  @Text({ max: 60 }) industry!: string;
}

export const formEnvoyTeam = command({
  name: 'form-envoy-team',
  summary: 'Forms a team of science envoys for an industry.',
  on: districtKind,
  may: 'run-expertise',
  exclusive: false,
  target: (_: FormEnvoyTeam, district) => district,
  async decide(c, { name, industry }) {
    const id = newId();
    c.create(envoyTeamKind.kind, envoyTeamMachine.begin(envoyTeamFormed({ name, industry })), { id });
    await c.tx.envoyTeam.create({ data: { districtId: c.district, id, name, industry } });
  },
});
