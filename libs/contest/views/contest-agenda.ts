import type { Agenda, Dated } from '#agenda';
import { scopesOf } from '#platform';

/** A team's drafts with the close of their calls; a judge's invitations to answer and rounds to finish. */
export const contestAgenda: Agenda = async ({ prisma }, actor) => {
  const of = { districtId: actor.district };
  const [drafts, invitations, rounds] = await Promise.all([
    prisma.entry.findMany({ where: { ...of, projectId: { in: scopesOf(actor, 'team') }, aggregate: { state: { in: ['draft', 'returned'] } }, call: { aggregate: { state: 'open' } } }, include: { call: true } }),
    prisma.judgeInvitation.findMany({ where: { ...of, judgeId: actor.id, respondBy: { not: null }, aggregate: { state: 'invited' } }, include: { call: true } }),
    prisma.round.findMany({ where: { ...of, judgeBy: { not: null }, aggregate: { state: 'judging' }, sheets: { some: { judgeId: actor.id, submittedAt: null } } }, include: { call: true } }),
  ]);
  return [
    ...drafts.map(({ id, title, call }): Dated => ({ id: `entry-${id}`, zh: `提交截止：《${title}》（${call.name}）`, en: `Hand in "${title}" (${call.name})`, from: call.closesAt, to: null, path: `/entries/${id}` })),
    ...invitations.map(({ id, respondBy, call }): Dated => ({ id: `invitation-${id}`, zh: `答复评审邀请：${call.name}`, en: `Answer the invitation to judge ${call.name}`, from: respondBy!, to: null, path: '/judging' })),
    ...rounds.map(({ id, name, judgeBy, call }): Dated => ({ id: `round-${id}`, zh: `完成评分：${call.name} ${name}`, en: `Finish your score sheets: ${call.name}, ${name}`, from: judgeBy!, to: null, path: `/judging/rounds/${id}` })),
  ];
};
