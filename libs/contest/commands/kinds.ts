import { aggregateKind } from '#platform';

export const contestKind = aggregateKind('contest', 'Contest', (tx, where) => tx.contest.findUnique({ where, include: { aggregate: true } }));
export const callKind = aggregateKind('call', 'Call', (tx, where) => tx.call.findUnique({ where, include: { aggregate: true } }));
export const entryKind = aggregateKind('entry', 'Entry', (tx, where) => tx.entry.findUnique({ where, include: { aggregate: true, call: { include: { aggregate: true } } } }));
export const questionKind = aggregateKind('question', 'Question', (tx, where) => tx.question.findUnique({ where, include: { aggregate: true, call: true } }));
export const advancementKind = aggregateKind('advancement', 'Advancement', (tx, where) => tx.advancement.findUnique({ where, include: { aggregate: true, entry: true } }));
export const judgeKind = aggregateKind('judge', 'Judge', (tx, where) => tx.judge.findUnique({ where, include: { aggregate: true } }));
export const invitationKind = aggregateKind('judge-invitation', 'JudgeInvitation', (tx, where) => tx.judgeInvitation.findUnique({ where, include: { aggregate: true, call: { include: { aggregate: true } } } }));
export const roundKind = aggregateKind('round', 'Round', (tx, where) => tx.round.findUnique({ where, include: { aggregate: true, call: { include: { aggregate: true } } } }));
export const sheetKind = aggregateKind('score-sheet', 'ScoreSheet', (tx, where) => tx.scoreSheet.findUnique({ where, include: { aggregate: true, entry: true, round: { include: { aggregate: true, call: true } } } }));
export const objectionKind = aggregateKind('objection', 'Objection', (tx, where) => tx.objection.findUnique({ where, include: { aggregate: true, call: true } }));
export const awardKind = aggregateKind('award', 'Award', (tx, where) => tx.award.findUnique({ where, include: { aggregate: true, entry: true } }));
export const meetingKind = aggregateKind('meeting', 'Meeting', (tx, where) => tx.meeting.findUnique({ where, include: { aggregate: true, agenda: true, round: { include: { aggregate: true, call: true } } } }));

type RowOf<K> = K extends { find(...args: never[]): Promise<infer R> } ? NonNullable<R> : never;
export type EntryRow = RowOf<typeof entryKind>;
export type CallRow = RowOf<typeof callKind>;
export type RoundRow = RowOf<typeof roundKind>;
export type SheetRow = RowOf<typeof sheetKind>;
export type InvitationRow = RowOf<typeof invitationKind>;
