import { command, districtKind, Text, Whole } from '#platform';
import { contestMachine, contestSetUp, editionExists } from '../domain/call.js';
import { contestKind } from './kinds.js';

export class SetUpContest {
  @Text({ max: 100, example: '创投大赛' }) name!: string;
  @Whole({ min: 1, max: 200, description: 'Which one it is: 8 for the eighth' }) edition!: number;
}

export const setUpContest = command({
  name: 'set-up-contest',
  summary: 'Sets up an edition of a contest.',
  on: districtKind,
  may: 'set-up',
  exclusive: false,
  target: (_: SetUpContest, district) => district,
  async decide(c, { name, edition }) {
    const known = await c.tx.contest.findUnique({ where: { districtId_name_edition: { districtId: c.district, name, edition } } });
    if (known) c.refuse(editionExists, { name, edition });
    const id = c.create(contestKind.kind, contestMachine.begin(contestSetUp({ name, edition })));
    await c.tx.contest.create({ data: { districtId: c.district, id, name, edition } });
  },
});
