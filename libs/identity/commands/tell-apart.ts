import { command, notFound, Ref } from '#platform';
import { foundToBeTwo, sameOne } from '../domain/merge.js';
import { person } from './person.js';

export class TellApart {
  @Ref({ description: 'The other one of the same name' }) other!: string;
}

export const tellApart = command({
  name: 'tell-apart',
  summary: 'Records that two of one name are two people, so that judges can be assigned.',
  on: person,
  may: 'tell-apart',
  target: (input: TellApart & { person: string }) => input.person,
  async decide(c, { other }, someone) {
    if (other === someone.id) c.refuse(sameOne);
    if (!(await c.tx.person.findUnique({ where: c.key(other) }))) c.refuse(notFound, { kind: 'person', id: other });
    const [personA, personB] = [someone.id, other].sort() as [string, string];
    const saidBy = c.person ?? someone.id;
    await c.tx.notTheSame.createMany({ data: [{ districtId: c.district, personA, personB, saidBy, at: c.now }], skipDuplicates: true });
    c.announce(someone.aggregate, foundToBeTwo({ person: someone.id, other }));
  },
});
