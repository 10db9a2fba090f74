import { command, newId, Ref } from '#platform';
import { callNotOpen } from '../domain/call.js';
import { entryCarriedOver, entryMachine, sameCall } from '../domain/entry.js';
import { answered, type Answers } from '../domain/form/field.js';
import { formOf } from '../facts/content.js';
import { mayBegin } from '../facts/may-write.js';
import { callKind, entryKind } from './kinds.js';

export class CarryOverEntry {
  @Ref({ description: 'The call of the other group or the next edition' }) to!: string;
}

/** An entry that is still under way moves; one whose call is over stays where it is, and goes on as well. */
const UNDER_WAY = ['draft', 'submitted', 'returned'];

export const carryOverEntry = command({
  name: 'carry-over-entry',
  summary: 'Carries an entry over to another group or the next edition as a draft, with its answers, files, project and history.',
  on: entryKind,
  may: 'carry-over',
  target: (input: CarryOverEntry & { entry: string }) => input.entry,
  async decide(c, { to }, entry) {
    const call = (await callKind.find(c.tx, c.key(to))) ?? c.refuse(callNotOpen, { call: to, state: 'absent' });
    if (call.id === entry.callId) c.refuse(sameCall);
    mayBegin(c, call);
    const moves = UNDER_WAY.includes(entry.aggregate.state);
    // What is with the judges stays there.
    if (moves && !['open', 'closed'].includes(entry.call.aggregate.state)) c.refuse(callNotOpen, { call: entry.call.name, state: entry.call.aggregate.state });
    const carried = entryCarriedOver({ from: entry.id, to: call.id, title: entry.title });
    const id = c.create(entryKind.kind, entryMachine.begin(carried), { project: entry.projectId });
    const form = await formOf(c.tx, c.district, call.id, call.formVersion);
    const { title, abstract, organisation, field, facts, projectId, opposed } = entry;
    const of = { districtId: c.district };
    await c.tx.entry.create({
      data: {
        ...{ ...of, id, callId: call.id, projectId, title, abstract, organisation, field, facts: facts as object, opposed: opposed as string[] },
        ...{ answers: answered(form, entry.answers as Answers) as object, formVersion: call.formVersion, carriedFrom: entry.id },
      },
    });
    const places = form.fields.filter(({ type }) => type === 'file').map(({ key }) => key);
    const files = await c.tx.entryFile.findMany({ where: { ...of, entryId: entry.id, removedAt: null, redacts: null, field: { in: places } } });
    await c.tx.entryFile.createMany({ data: files.map(({ properties, ...file }) => ({ ...file, id: newId(), entryId: id, properties: properties ?? {} })) });
    if (moves) c.move(entry.aggregate, entryMachine.take('carry-over', entry.aggregate.state, {}, [carried]));
    return { id, project: projectId };
  },
});
