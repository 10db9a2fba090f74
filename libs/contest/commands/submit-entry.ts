import { canonical, sha256, type Facts } from '#kernel';
import { command, Flag, newId, type Context } from '#platform';
import { addressUnverified, answeredFacts, answersIncomplete, correctionDue, declarationMissing, entryMachine, entrySubmitted, noRuleInForce, tooManyOfOrganisation } from '../domain/entry.js';
import { checkAnswers } from '../domain/form/check.js';
import { answered, type Answers } from '../domain/form/field.js';
import { handedIn } from '../domain/late.js';
import { filesOf, formOf, withFiles, type Content } from '../facts/content.js';
import { judgeEligibility } from '../facts/eligibility.js';
import { mayWrite } from '../facts/may-write.js';
import { entryKind, type EntryRow } from './kinds.js';

export class SubmitEntry {
  @Flag({ optional: true, description: 'The call’s declaration is read and accepted' }) declaration?: boolean;
}

export const submitEntry = command({
  name: 'submit-entry',
  summary: 'Hands an entry in, or in again, if its answers are complete and the call’s rules are met; a signed receipt tells what was handed in.',
  on: entryKind,
  may: 'submit',
  target: (input: SubmitEntry & { entry: string }) => input.entry,
  async decide(c, { declaration = false }, entry) {
    const { call } = entry;
    mayWrite(c, entry);
    if (call.declaration !== null && !declaration) c.refuse(declarationMissing);
    await verified(c, entry);
    const content = await complete(c, entry);
    const eligibility = (await judgeEligibility(c.tx, { district: c.district, now: c.now, call, project: entry.projectId, facts: content.facts })) ?? c.refuse(noRuleInForce, { rule: call.eligibilityRule, date: c.now.toISOString().slice(0, 10) });
    await withinLimits(c, entry);

    const number = 1 + (await c.tx.submission.count({ where: { districtId: c.district, entryId: entry.id } }));
    const late = handedIn(call, c.now) === 'late' && entry.aggregate.state !== 'returned';
    const hash = sha256(canonical({ entry: entry.id, call: call.id, ...content }));
    const receipt = {
      ...{ entry: entry.id, call: call.id, callName: call.name, title: content.title, number, hash, at: c.now.toISOString(), timeZone: call.timeZone, late },
      ...{ files: content.files.map(({ name, sha256: of }) => ({ name, sha256: of })), opposed: entry.opposed as string[], declaration: call.declaration === null ? null : sha256(canonical(call.declaration)) },
    };
    c.move(entry.aggregate, entryMachine.take('submit', entry.aggregate.state, { eligibility }, [entrySubmitted({ call: call.id, title: content.title, hash, number, late })]));
    c.forget(entry.aggregate, correctionDue.event);
    await c.tx.submission.create({ data: { districtId: c.district, id: newId(), entryId: entry.id, number, content: content as unknown as object, hash, at: c.now, late, receipt } });
    await c.tx.entry.update({ where: c.key(entry.id), data: { submittedAt: c.now, late, returnedUntil: null, eligibility: JSON.parse(JSON.stringify(eligibility)) } });
    return { receipt };
  },
});

/** What would be handed in. @throws Refused with each mistake at its field */
async function complete(c: Context, { id, callId, title, abstract, organisation, field, facts, answers, formVersion }: EntryRow): Promise<Content> {
  const form = await formOf(c.tx, c.district, callId, formVersion);
  const files = await filesOf(c.tx, c.district, id);
  const given = withFiles(form, answers as Answers, files);
  const mistakes = checkAnswers(form, given);
  if (mistakes.length > 0) c.refuse(answersIncomplete, { count: mistakes.length }, undefined, mistakes);
  const asked = answered(form, withFiles(form, answers as Answers, []));
  return { title, abstract, organisation, field, facts: { ...(facts as Facts), ...answeredFacts(form, asked) }, answers: asked, form: formVersion, files };
}

async function verified(c: Context, { call }: EntryRow): Promise<void> {
  if (!call.verifiedOnly || c.actor.kind !== 'person') return;
  const person = await c.tx.person.findUnique({ where: c.key(c.actor.id), include: { user: true } });
  if (!person?.user?.emailVerified) c.refuse(addressUnverified);
}

/** Counted under a lock of the organisation's own in this call, so that two handed in at once are counted one after the other. */
async function withinLimits(c: Context, { id, projectId, call }: EntryRow): Promise<void> {
  const most = call.entriesPerOrganisation;
  const project = await c.tx.project.findUniqueOrThrow({ where: c.key(projectId) });
  if (most === null || project.organisationId === null) return;
  await c.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${call.id} ${project.organisationId}`}, 0))`;
  const kin = await c.tx.project.findMany({ where: { districtId: c.district, organisationId: project.organisationId }, select: { id: true } });
  const others = await c.tx.entry.count({ where: { districtId: c.district, callId: call.id, id: { not: id }, projectId: { in: kin.map((one) => one.id) }, aggregate: { state: { in: ['submitted', 'returned'] } } } });
  if (others >= most) c.refuse(tooManyOfOrganisation, { most });
}
