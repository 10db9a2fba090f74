import { REDIS } from '../support/service.js';
import { LONG_FAULTS } from './child.js';
import { soak, type Backend, type Soak, type Told } from './soak/soak.js';

const seed = Number(process.env['FAULT_SEED'] ?? 20_261_127);
const faults = Number(process.env['FAULT_COUNT'] ?? (LONG_FAULTS ? 500 : 8));
const size = LONG_FAULTS ? { entries: 40, judges: 6, proposals: 40 } : { entries: 6, judges: 2, proposals: 6 };
const backend = REDIS ? 'Redis' : 'PostgreSQL';
const ofAllKinds = (on: Backend): Soak => ({ seed, faults, only: null, backend: on, size });
const runs: readonly Soak[] = LONG_FAULTS
  ? [ofAllKinds('PostgreSQL'), ...(REDIS ? (['Redis', 'Redis under Sentinel', 'a Redis Cluster of six'] as const).map(ofAllKinds) : []), { seed, faults: 200, only: 'database killed', backend, size }]
  : [ofAllKinds(backend)];

describe.each(runs)('a district at work while its parts break, on $backend', (run) => {
  it(`loses nothing in ${run.faults} faults, ${run.only ?? 'of all kinds'}, seed ${seed}`, async () => {
    const told = await soak(run);
    if (LONG_FAULTS) process.stdout.write(tableOf(told));
    expect(told.losses).toEqual([]);
    expect([...told.faults.values()].reduce((a, b) => a + b, 0)).toBe(run.faults);
    // An outage is told as one, never as a fault of the program.
    expect(told.faulted).toEqual([]);
    expect([...told.failures.keys()].filter((why) => !/^(503 service:unavailable|507 service:disk-full)$/.test(why))).toEqual([]);
    // It did something: every kind of command was done where there was time for all of them.
    const kinds = [...told.commands].filter(([, { done }]) => done > 0).map(([kind]) => kind);
    expect(kinds.length).toBeGreaterThanOrEqual(LONG_FAULTS ? told.commands.size : 5);
    expect(told.drained).toBeLessThan(60);
  }, 7_200_000);
});

function tableOf({ faults: made, commands, refusals, failures, attempts, longest, drained, losses }: Told): string {
  const sum = (pick: 'done' | 'refused' | 'unknown') => [...commands.values()].reduce((n, counts) => n + counts[pick], 0);
  return [
    ...[...made].sort().map(([name, n]) => `${String(n).padStart(6)} × ${name}`),
    ...[...commands].map(([kind, { done, refused, unknown }]) => `${kind.padEnd(22)} ${done} done, ${refused} refused, ${unknown} unknown`),
    ...[...refusals].map(([why, n]) => `${String(n).padStart(6)} × ${why}`),
    ...[...failures].map(([why, n]) => `${String(n).padStart(6)} × ${why}`),
    ...losses.map((loss) => `LOST ${loss}`),
    `${sum('done')} commands done, ${sum('refused')} refused, ${sum('unknown')} of unknown outcome, in ${attempts} attempts; longest wait ${longest.toFixed(1)} s; drained in ${drained.toFixed(1)} s; ${losses.length} losses`,
    '',
  ].join('\n');
}
