import { newId, reaction } from '#platform';
import { advancementKind } from '../commands/kinds.js';
import { advancementMachine } from '../domain/advancement.js';
import { callFinalised, type UpperContest } from '../domain/call.js';
import { entryAdvanced } from '../domain/entry.js';
import { resultsOf } from '../facts/results.js';

export const nominateWinners = reaction({
  name: 'nominate-winners',
  summary: 'Nominates the best winners of a call for the upper contests that take so many of them by themselves.',
  on: [callFinalised],
  async react(c, { aggregate: id }) {
    const call = await c.tx.call.findUniqueOrThrow({ where: c.key(id), include: { contest: true } });
    const winners = (await resultsOf(c.tx, c.district, call)).filter(({ awarded }) => awarded);
    const entries = new Map((await c.tx.entry.findMany({ where: { districtId: c.district, id: { in: winners.map(({ entry }) => entry) } }, include: { advancements: true } })).map((entry) => [entry.id, entry]));
    for (const { name: upper, level, places = 0 } of call.contest.uppers as unknown as UpperContest[]) {
      for (const { entry } of winners.slice(0, places)) {
        const { title, projectId, advancements } = entries.get(entry)!;
        if (advancements.some((advancement) => advancement.upper === upper)) continue;
        const advancement = newId();
        c.create(advancementKind.kind, advancementMachine.begin(entryAdvanced({ upper, level, title })), { id: advancement, project: projectId });
        await c.tx.advancement.create({ data: { districtId: c.district, id: advancement, entryId: entry, upper, level } });
      }
    }
  },
});
