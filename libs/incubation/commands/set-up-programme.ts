import { Choice, command, Text } from '#platform';
import { PROGRAMME_KINDS, programmeMachine, programmeSetUp } from '../domain/cohort.js';
import { platformKind, programmeKind } from './kinds.js';

export class SetUpProgramme {
  @Text({ max: 100 }) name!: string;
  @Choice(PROGRAMME_KINDS) kind!: (typeof PROGRAMME_KINDS)[number];
  @Text({ max: 4000 }) summary!: string;
}

export const setUpProgramme = command({
  name: 'set-up-programme',
  summary: 'Sets up a programme, such as a camp or an acceleration, that runs from term to term.',
  on: platformKind,
  may: 'run',
  exclusive: false,
  target: (input: SetUpProgramme & { platform: string }) => input.platform,
  async decide(c, { platform, ...given }) {
    const id = c.create(programmeKind.kind, programmeMachine.begin(programmeSetUp({ platform, name: given.name })));
    await c.tx.programme.create({ data: { districtId: c.district, id, platformId: platform, ...given } });
  },
});
