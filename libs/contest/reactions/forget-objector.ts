import { personForgotten } from '#identity';
import { reaction } from '#platform';

export const forgetObjector = reaction({
  name: 'forget-objector',
  summary: 'Puts the pseudonym of someone forgotten in place of the name and contact under which he objected.',
  on: [personForgotten],
  parameters: [],
  statement: `
UPDATE objection o SET name = e.payload ->> 'pseudonym', contact = ''
FROM handled h JOIN event e ON e.district_id = h.district_id AND e.id = h.event_id
WHERE o.district_id = e.district_id AND o.person_id = (e.payload ->> 'person')::uuid`,
});
