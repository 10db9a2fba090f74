import { enterPerson } from '#identity';
import { isCreditCode } from '#kernel';
import { wrongCreditCode } from '#identity';
import { command, districtKind, Email, newId, Text, Texts, Whole, type Context } from '#platform';
import { judgeChanged, judgeEntered, judgeMachine } from '../domain/judging.js';
import { judgeKind } from './kinds.js';

export class EnterJudge {
  @Text({ max: 80 }) name!: string;
  @Email() email!: string;
  @Text({ max: 120, optional: true }) organisation?: string;
  @Text({ max: 18, optional: true, description: 'The organisation’s unified social credit code' }) creditCode?: string;
  @Texts({ min: 1, max: 30, length: 60, description: 'Fields of technology, as entries name theirs' }) fields!: string[];
  @Text({ max: 5000, optional: true, description: 'What he knows, in words; compared with what entries say' }) expertise?: string;
  @Whole({ optional: true, min: 1, max: 1000, description: 'The most entries he takes in a call' }) maxEntries?: number;
}

export const enterJudge = command({
  name: 'enter-judge',
  summary: 'Takes someone into the pool of judges, known by his address; who is in it already is brought up to date.',
  on: districtKind,
  may: 'set-up',
  exclusive: false,
  target: (_: EnterJudge, district) => district,
  async decide(c, input) {
    const { id, person } = await poolJudge(c, input);
    return { id, person };
  },
});

/** Enters or updates one judge of the pool. @throws Refused when the credit code is wrong */
export async function poolJudge(c: Context, input: EnterJudge): Promise<{ id: string; person: string; known: boolean }> {
  const { name, email, organisation, creditCode, fields, expertise, maxEntries } = input;
  if (creditCode !== undefined && !isCreditCode(creditCode)) c.refuse(wrongCreditCode, { code: creditCode });
  const person = await enterPerson(c, { name, email, organisation, creditCode });
  const known = await c.tx.judge.findUnique({ where: { districtId_personId: { districtId: c.district, personId: person } }, include: { aggregate: true } });
  const facts = { fields, expertise: expertise ?? null, maxEntries: maxEntries ?? null };
  if (known) {
    await c.tx.judge.update({ where: c.key(known.id), data: facts });
    c.move(known.aggregate, judgeMachine.take('change', known.aggregate.state, {}, [judgeChanged({ judge: known.id })]));
    return { id: known.id, person, known: true };
  }
  const id = newId();
  c.create(judgeKind.kind, judgeMachine.begin(judgeEntered({ judge: id, person })), { id });
  await c.tx.judge.create({ data: { districtId: c.district, id, personId: person, ...facts } });
  return { id, person, known: false };
}
