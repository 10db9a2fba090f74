import type { Agenda, Dated } from '#agenda';
import { scopesOf } from '#platform';
import { englishNames } from '../facts/english-names.js';
import { timesOfRound } from '../facts/round-plan.js';

/** A team's drafts with the close of their calls, and its turns to pitch; a judge's invitations to answer, rounds to finish and pitches to hear. */
export const contestAgenda: Agenda = async ({ prisma }, actor) => {
  const of = { districtId: actor.district };
  const [drafts, invitations, rounds, pitches] = await Promise.all([
    prisma.entry.findMany({ where: { ...of, projectId: { in: scopesOf(actor, 'team') }, aggregate: { state: { in: ['draft', 'returned'] } }, call: { aggregate: { state: 'open' } } }, include: { call: true } }),
    prisma.judgeInvitation.findMany({ where: { ...of, judgeId: actor.id, respondBy: { not: null }, aggregate: { state: 'invited' } }, include: { call: true } }),
    prisma.round.findMany({ where: { ...of, judgeBy: { not: null }, aggregate: { state: 'judging' }, sheets: { some: { judgeId: actor.id, submittedAt: null } } }, include: { call: true } }),
    prisma.round.findMany({ where: { ...of, pitchesFrom: { not: null }, aggregate: { state: 'judging' }, OR: [{ sheets: { some: { judgeId: actor.id, pulled: null } } }, { standings: { some: { entry: { projectId: { in: scopesOf(actor, 'team') } } } } }] }, include: { call: true, standings: { include: { entry: { select: { title: true, projectId: true } } } } } }),
  ]);
  const teams = new Set(scopesOf(actor, 'team'));
  const names = await englishNames(prisma, actor.district);
  const en = (name: string) => names.get(name) ?? name;
  return [
    ...pitches.flatMap((round) => turnsOf(round, teams, en)),
    ...drafts.map(({ id, title, call }): Dated => ({ id: `entry-${id}`, zh: `提交截止：《${title}》（${call.name}）`, en: `Hand in "${title}" (${en(call.name)})`, from: call.closesAt, to: null, path: `/entries/${id}` })),
    ...invitations.map(({ id, respondBy, call }): Dated => ({ id: `invitation-${id}`, zh: `答复评审邀请：${call.name}`, en: `Answer the invitation to judge ${en(call.name)}`, from: respondBy!, to: null, path: '/judging' })),
    ...rounds.map(({ id, name, judgeBy, call }): Dated => ({ id: `round-${id}`, zh: `完成评分：${call.name} ${name}`, en: `Finish your score sheets: ${en(call.name)}, ${en(name)}`, from: judgeBy!, to: null, path: `/judging/rounds/${id}` })),
  ];
};

/** When someone's teams pitch; for who has none in it, a judge, the day from the first pitch to the last. */
function turnsOf(round: Parameters<typeof timesOfRound>[0] & { id: string; name: string; call: { name: string }; standings: (Parameters<typeof timesOfRound>[1][number] & { entry: { title: string; projectId: string } })[] }, teams: ReadonlySet<string>, en: (name: string) => string): Dated[] {
  const times = timesOfRound(round, round.standings);
  const own = round.standings.filter(({ entry }) => teams.has(entry.projectId));
  if (own.length > 0)
    return own.flatMap(({ entryId, entry }) => {
      const time = times.get(entryId);
      return time ? [{ id: `pitch-${round.id}-${entryId}`, zh: `路演：《${entry.title}》（${round.call.name}）`, en: `Pitch of "${entry.title}" (${en(round.call.name)})`, ...time, path: `/rounds/${round.id}/board` }] : [];
    });
  const all = [...times.values()];
  if (all.length === 0) return [];
  const [from, to] = [new Date(Math.min(...all.map((time) => time.from.getTime()))), new Date(Math.max(...all.map((time) => time.to.getTime())))];
  return [{ id: `pitches-${round.id}`, zh: `路演评审：${round.call.name} ${round.name}`, en: `Pitches of ${en(round.call.name)}, ${en(round.name)}`, from, to, path: `/judging/rounds/${round.id}` }];
}
