import { aggregateKind } from '#platform';

export const contestKind = aggregateKind('contest', 'Contest', (tx, where) => tx.contest.findUnique({ where, include: { aggregate: true } }));
export const callKind = aggregateKind('call', 'Call', (tx, where) => tx.call.findUnique({ where, include: { aggregate: true } }));
export const entryKind = aggregateKind('entry', 'Entry', (tx, where) => tx.entry.findUnique({ where, include: { aggregate: true, call: { include: { aggregate: true } } } }));
export const invitationKind = aggregateKind('judge-invitation', 'JudgeInvitation', (tx, where) => tx.judgeInvitation.findUnique({ where, include: { aggregate: true } }));
export const roundKind = aggregateKind('round', 'Round', (tx, where) => tx.round.findUnique({ where, include: { aggregate: true, call: true } }));
export const sheetKind = aggregateKind('score-sheet', 'ScoreSheet', (tx, where) => tx.scoreSheet.findUnique({ where, include: { aggregate: true, round: { include: { aggregate: true, call: true } } } }));
