-- The first receipts said less: what they left out was so of every entry then.
UPDATE "submission" s
SET receipt = jsonb_build_object('callName', c.name, 'number', s.number, 'timeZone', c.time_zone, 'late', s.late, 'files', '[]'::jsonb, 'opposed', '[]'::jsonb, 'declaration', NULL) || s.receipt
FROM "entry" e JOIN "call" c ON c.district_id = e.district_id AND c.id = e.call_id
WHERE e.district_id = s.district_id AND e.id = s.entry_id AND NOT s.receipt ? 'callName';
