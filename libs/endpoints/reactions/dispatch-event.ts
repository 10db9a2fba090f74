import { reaction, type Feature, type Reaction } from '#platform';

/** Lays down each event for the places outside that asked for it. `events`: all that there are. */
export const dispatchEvent = (events: Feature['events']): Reaction =>
  reaction({
    name: 'dispatch-event',
    summary: 'Lays an event down for each place outside that asked for it.',
    on: events as never,
    parameters: [],
    only: `EXISTS (SELECT FROM endpoint p WHERE p.district_id = o.district AND ('*' = ANY(p.events) OR o.name = ANY(p.events)))`,
    statement: `
INSERT INTO outgoing (district_id, endpoint_id, event_id, state, try_at)
SELECT e.district_id, p.id, e.id, 'waiting', e.at FROM handled h JOIN event e ON e.district_id = h.district_id AND e.id = h.event_id
JOIN endpoint p ON p.district_id = e.district_id AND ('*' = ANY(p.events) OR e.name = ANY(p.events))
JOIN aggregate a ON a.district_id = p.district_id AND a.id = p.id AND a.state = 'active'
ON CONFLICT DO NOTHING`,
  });
