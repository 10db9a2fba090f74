import { command, newId, Whole } from '#platform';
import { callDrafted, callMachine, contestCloned, contestMachine, editionExists } from '../domain/call.js';
import { callKind, contestKind } from './kinds.js';

export class CloneContest {
  @Whole({ min: 1, max: 200, description: 'The new edition' }) edition!: number;
  @Whole({ optional: true, max: 5000, description: 'By how many days all dates move; a year of weeks (364) where it is left out' }) days?: number;
}

/** A year of whole weeks, so that a Friday stays a Friday. */
const YEAR = 364;

export const cloneContest = command({
  name: 'clone-contest',
  summary: 'Makes the next edition from this one: its sponsors, upper contests, panels and calls as drafts, with all dates moved.',
  on: contestKind,
  may: 'set-up',
  exclusive: false,
  target: (input: CloneContest & { contest: string }) => input.contest,
  async decide(c, { edition, days = YEAR }, contest) {
    const { name } = contest;
    const of = { districtId: c.district };
    if (await c.tx.contest.findUnique({ where: { districtId_name_edition: { ...of, name, edition } } })) c.refuse(editionExists, { name, edition });
    const calls = await c.tx.call.findMany({ where: { ...of, contestId: contest.id }, include: { forms: { orderBy: { version: 'desc' }, take: 1 } }, orderBy: { id: 'asc' } });
    const panels = await c.tx.panel.findMany({ where: { ...of, contestId: contest.id } });
    const later = (at: Date | null) => at && new Date(at.getTime() + days * 86_400_000);
    const id = newId();
    c.create(contestKind.kind, contestMachine.begin(contestCloned({ from: contest.id, calls: calls.length })), { id });
    await c.tx.contest.create({ data: { ...of, id, name, edition, sponsors: contest.sponsors as object[], uppers: contest.uppers as object[], desks: contest.desks as object, clonedFrom: contest.id } });
    await c.tx.panel.createMany({ data: panels.map((panel) => ({ ...panel, id: newId(), contestId: id })) });
    for (const { forms, announceUntil: _, ...call } of calls) {
      const callId = newId();
      c.create(callKind.kind, callMachine.begin(callDrafted({ name: call.name, group: call.group })), { id: callId });
      const timeline = (call.timeline as { name: object; at: string }[]).map(({ name: called, at }) => ({ name: called, at: later(new Date(at))!.toISOString() }));
      const json = { plans: call.plans as object[], diligence: call.diligence as object[], columns: call.columns as object[], thresholds: call.thresholds as object, prizes: call.prizes as object[], timeline, ...(call.declaration !== null && { declaration: call.declaration as object }) };
      const { declaration: __, ...rest } = call;
      await c.tx.call.create({ data: { ...rest, ...json, id: callId, contestId: id, opensAt: later(call.opensAt), closesAt: later(call.closesAt)!, formVersion: forms.length } });
      for (const { sections, fields } of forms) await c.tx.form.create({ data: { ...of, callId, version: 1, sections: sections as object[], fields: fields as object[], at: c.now } });
    }
    return { id };
  },
});
