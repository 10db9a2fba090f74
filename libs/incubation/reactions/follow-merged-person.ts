import { personMerged } from '#identity';
import { reaction } from '#platform';

export const followMergedPerson = reaction({
  name: 'follow-merged-person',
  summary: 'Who turned out to be someone else stays a mentor and a reviewer under the one identity.',
  on: [personMerged],
  async react(c, { aggregate: person, payload: { into } }) {
    await c.tx.mentor.updateMany({ where: { districtId: c.district, personId: person }, data: { personId: into } });
    await c.tx.$executeRaw`UPDATE intake SET reviewers = array_replace(reviewers, ${person}::uuid, ${into}::uuid) WHERE district_id = ${c.district}::uuid AND reviewers @> ARRAY[${person}::uuid]`;
  },
});
