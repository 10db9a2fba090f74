import { Anything, command } from '#platform';
import { callMachine, callNotOpen, formSet } from '../domain/call.js';
import { writeForm } from './draft-call.js';
import { callKind } from './kinds.js';

export class SetForm {
  @Anything({ description: 'Sections and fields' }) form!: object;
}

export const setForm = command({
  name: 'set-form',
  summary: 'Writes a call’s form as a new version; entries keep the version they were filled under until they go over.',
  on: callKind,
  may: 'run',
  target: (input: SetForm & { call: string }) => input.call,
  async decide(c, { form }, call) {
    if (!['draft', 'scheduled', 'open'].includes(call.aggregate.state)) c.refuse(callNotOpen, { call: call.name, state: call.aggregate.state });
    const version = call.formVersion + 1;
    const fields = await writeForm(c, call.id, version, form);
    await c.tx.call.update({ where: c.key(call.id), data: { formVersion: version } });
    const announced = [formSet({ version, fields })];
    if (call.aggregate.state === 'draft') c.move(call.aggregate, callMachine.take('change', 'draft', {}, announced));
    else c.announce(call.aggregate, ...announced);
    return { formVersion: version };
  },
});
