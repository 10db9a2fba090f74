import { personForgotten } from '#identity';
import { reaction } from '#platform';

export const forgetInvited = reaction({
  name: 'forget-invited',
  summary: 'Puts the pseudonym of someone forgotten in place of the name by which a team invited him.',
  on: [personForgotten],
  parameters: [],
  statement: `
UPDATE team_invitation t SET name = e.payload ->> 'pseudonym'
FROM handled h JOIN event e ON e.district_id = h.district_id AND e.id = h.event_id
WHERE t.district_id = e.district_id AND t.person_id = (e.payload ->> 'person')::uuid`,
});
