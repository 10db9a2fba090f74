/** Writes docs/states.md (every state machine) and docs/events.md (every event, and what it wakes) from the code. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '#platform';
import { eventsPage, statesPage } from './generated-docs.js';

writeFileSync(join(ROOT, 'docs/states.md'), statesPage());
writeFileSync(join(ROOT, 'docs/events.md'), eventsPage());
