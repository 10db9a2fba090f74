import { workingDaysFrom, endOfLocalDay, localDay } from '#kernel';
import { command, newId, notFound, Ref, Text, timeZoneOf } from '#platform';
import { workedHere } from '#rulebook';
import { noObjectionsNow, objectionDue, objectionFiled, objectionMachine, objectorUnverified } from '../domain/objection.js';
import { callKind, objectionKind } from './kinds.js';

export class FileObjection {
  @Ref({ optional: true, description: 'The entry it is about, where it is about one' }) entry?: string;
  @Text({ min: 2, max: 80, description: 'One’s real name; the entrant never learns it' }) name!: string;
  @Text({ min: 5, max: 200, description: 'Telephone or address' }) contact!: string;
  @Text({ min: 10, max: 10_000 }) text!: string;
}

export const fileObjection = command({
  name: 'file-objection',
  summary: 'Objects in writing to announced results, under one’s real name, within the term; the office answers in writing, and until it has, results don’t stand.',
  on: callKind,
  may: 'object',
  exclusive: false,
  target: (input: FileObjection & { call: string }) => input.call,
  async decide(c, { entry, name, contact, text }, call) {
    const timeZone = await timeZoneOf(c);
    if (call.aggregate.state !== 'announced' || call.announceUntil === null || c.now >= endOfLocalDay(call.announceUntil, timeZone)) c.refuse(noObjectionsNow, { call: call.name });
    const person = c.person === null ? null : await c.tx.person.findUnique({ where: c.key(c.person), include: { user: true } });
    if (!person?.user?.emailVerified) return c.refuse(objectorUnverified);
    if (entry !== undefined && (await c.tx.entry.count({ where: { districtId: c.district, id: entry, callId: call.id } })) === 0) c.refuse(notFound, { kind: 'entry', id: entry });
    const { endsOn: answerBy } = workingDaysFrom(localDay(c.now, timeZone), call.answerDays, { worked: await workedHere(c.tx, c.district) });
    const latest = await c.tx.announcement.findFirst({ where: { districtId: c.district, callId: call.id }, orderBy: { version: 'desc' } });
    const id = newId();
    c.create(objectionKind.kind, objectionMachine.begin(objectionFiled({ call: call.id, callName: call.name, answerBy })), { id });
    await c.tx.objection.create({ data: { districtId: c.district, id, callId: call.id, entryId: entry ?? null, personId: person.id, name, contact, text, version: latest?.version ?? 0, filedAt: c.now, answerBy } });
    c.remind({ id, kind: objectionKind.kind }, objectionDue({ call: call.id, callName: call.name }), endOfLocalDay(answerBy, timeZone), timeZone);
    return { id, answerBy };
  },
});
