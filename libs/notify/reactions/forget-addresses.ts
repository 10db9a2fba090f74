import { personForgotten } from '#identity';
import { reaction } from '#platform';

export const forgetAddresses = reaction({
  name: 'forget-addresses',
  summary: 'Erases the addresses to which someone forgotten was written, stops what is on its way, and drops his wishes.',
  on: [personForgotten],
  parameters: [],
  statement: `, forgotten AS (
  SELECT e.district_id, (e.payload ->> 'person')::uuid AS person_id FROM handled h JOIN event e ON e.district_id = h.district_id AND e.id = h.event_id
),
wishes AS (DELETE FROM notice_habits n USING forgotten f WHERE n.district_id = f.district_id AND n.person_id = f.person_id)
UPDATE delivery d SET address = '', state = CASE d.state WHEN 'waiting' THEN 'unwanted' ELSE d.state END
FROM forgotten f WHERE d.district_id = f.district_id AND d.person_id = f.person_id`,
});
