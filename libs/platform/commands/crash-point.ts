/** Every place where a kill must lose nothing; the fault tests try each. */
export const CRASH_POINTS = [
  'command:before-commit',
  'command:after-commit',
  'relay:before-hand-over',
  'relay:after-hand-over',
  'reaction:in-the-middle',
  'reaction:before-acknowledgement',
] as const;

export type CrashPoint = (typeof CRASH_POINTS)[number];

let passed = 0;

/**
 * Kills the process here when CRASH_AT names this point, at the pass given behind it (`relay:before-hand-over@3`).
 * Does nothing in production, and nothing where CRASH_AT is not set.
 */
export function crashPoint(point: CrashPoint): void {
  const armed = process.env['CRASH_AT'];
  if (armed === undefined || process.env['NODE_ENV'] === 'production') return;
  const [name, pass = '1'] = armed.split('@');
  if (name === point && ++passed === Number(pass)) process.kill(process.pid, 'SIGKILL');
}
