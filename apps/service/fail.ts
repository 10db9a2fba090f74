import { end } from './end.js';

/** Errors whose message alone tells a person what to mend. Known by name: loading their classes would load the service. */
const FOR_PEOPLE = new Set(['StartFailure', 'Refused']);

/** Ends the process with the reason where a person can mend it, else with the trace. */
export function fail(error: unknown): void {
  if (error instanceof Error && FOR_PEOPLE.has(error.name)) process.stderr.write(`${error.message}\n`);
  else console.error(error);
  end(1);
}
