import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assign, assignFairly, StandingAssignment, verifyAssignment, type AssignmentProblem } from '#judging';
import { ROOT } from '#platform';
import { barChart } from './bar-chart.js';
import { keep, median } from './keep.js';
import { topics, uniform } from './made-instances.js';

const SIZES = [[1000, 200], [3000, 600], [5000, 1000], [10_000, 1000]] as const;
const REVIEWS = 5;
const SEEDS = [7, 8, 9];
const CHANGES = 60;

const seconds = (time: number) => `${time < 1 ? time.toFixed(3) : time.toFixed(1)} s`;

function timed<T>(work: () => T): { found: T; took: number } {
  const began = performance.now();
  const found = work();
  return { found, took: (performance.now() - began) / 1000 };
}

/** Assignment beside LEMON's network simplex, in turns on the same instances; changes beside solving anew; and a large conference. */
export async function benchAssignment(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'trellis-bench-'));
  const lemon = join(folder, 'lemon');
  execFileSync('g++', ['-O2', '-o', lemon, join(ROOT, 'test/bench/lemon.cc')]);
  const bars: { label: string; reference: number; ours: number }[] = [];
  const rows = SIZES.map(([entries, judges]) => {
    const runs = SEEDS.map((seed) => oneInstance(lemon, join(folder, 'instance.txt'), uniform(entries, judges, REVIEWS, seed)));
    const [reference, ours, first, proving] = (['reference', 'ours', 'first', 'proving'] as const).map((of) => median(runs.map((run) => run[of]))) as [number, number, number, number];
    bars.push({ label: `${entries} × ${judges}`, reference, ours });
    return [`${entries.toLocaleString('en')} × ${judges.toLocaleString('en')}`, seconds(reference), seconds(ours), `${(reference / ours).toFixed(1)}`, seconds(first), `${(reference / first).toFixed(1)}`, seconds(proving), runs[0]!.cost.toLocaleString('en')];
  });
  rmSync(folder, { recursive: true, force: true });
  const explained = `Entries × judges, ${REVIEWS} reviews an entry, medians of seeds ${SEEDS.join(', ')}. LEMON’s network simplex (C++, g++ -O2) and \`assign\` solve the same instances in turns; reading is counted for neither. "First" is solving in a process that has solved nothing before, "again" the median of three more in one that has. Costs agreed in every run; the last column is that of seed ${SEEDS[0]}.\n\n![Solving alone, LEMON beside Trellis](charts/assignment.svg)`;
  keep('assignment', explained, ['size', 'LEMON', 'again', 'times faster', 'first', 'times faster', 'proof checked', 'cost'], rows);
  barChart('assignment.svg', 'Solving alone, seconds (logarithmic)', ['LEMON', 'Trellis'], bars);
  keepChanges();
  await keepLarge();
}

function oneInstance(lemon: string, file: string, problem: AssignmentProblem) {
  write(file, problem);
  const input = openSync(file, 'r');
  const [cost, reference] = execFileSync(lemon, { stdio: [input, 'pipe', 'inherit'], encoding: 'utf8' }).split(' ').map(Number) as [number, number];
  closeSync(input);
  const told = JSON.parse(execFileSync(process.execPath, [join(ROOT, 'dist/apps/cli/main.js'), 'assign', file, '--json'], { encoding: 'utf8' })) as { cost: number; seconds: { solving: number } };
  assign(problem);
  const again = [1, 2, 3].map(() => timed(() => assign(problem)));
  const { found } = again[0]!;
  if (!found.feasible || found.cost !== cost || told.cost !== cost) throw new Error(`LEMON finds ${cost}, assign ${found.cost}, trellis assign ${told.cost}`);
  const proof = timed(() => verifyAssignment(problem, found.chosen, found.certificate));
  if (proof.found.length > 0) throw new Error('The proof does not hold');
  return { cost, reference, ours: median(again.map(({ took }) => took)), first: told.seconds.solving, proving: proof.took };
}

function write(path: string, { needs, places, balanceCost, pairs }: AssignmentProblem): void {
  const file = openSync(path, 'w');
  writeSync(file, `${needs.length} ${places.length} ${needs[0]} ${places[0]} ${balanceCost}\n`);
  for (let from = 0; from < pairs.entry.length; from += 100_000) {
    const lines: string[] = [];
    for (let pair = from; pair < Math.min(from + 100_000, pairs.entry.length); pair++) lines.push(`${pairs.entry[pair]} ${pairs.judge[pair]} ${pairs.cost[pair]}\n`);
    writeSync(file, lines.join(''));
  }
  closeSync(file);
}

/** One judge leaves, one entry goes, one pair becomes a conflict: beside solving what is left from scratch. */
function keepChanges(): void {
  const problem = uniform(1000, 200, REVIEWS, 7);
  const { chosen } = assign(problem);
  const kinds = [
    ['a judge leaves', (n: number) => ({ judgesGone: [n] })],
    ['an entry is withdrawn', (n: number) => ({ entriesGone: [n] })],
    ['a conflict appears', (n: number) => ({ pairsGone: [chosen[n * 50]!] })],
  ] as const;
  const rows = kinds.map(([name, changeOf]) => {
    const runs = Array.from({ length: CHANGES }, (_, n) => {
      const standing = new StandingAssignment(problem, chosen);
      const change = timed(() => standing.change(changeOf(n)));
      const anew = timed(() => assign(standing.problem));
      return { change: change.took, anew: anew.took, added: change.found.added.length };
    });
    const of = (key: 'change' | 'anew' | 'added') => runs.map((run) => run[key]).sort((a, b) => a - b)[CHANGES / 2]!;
    return [name, `${(of('change') * 1000).toFixed(2)} ms`, `${(of('anew') * 1000).toFixed(1)} ms`, (of('anew') / of('change')).toFixed(0), String(of('added'))];
  });
  keep('changes', `1,000 entries, 200 judges, ${REVIEWS} reviews: fewest new pairs, then the least cost; medians of ${CHANGES} changes, each on an assignment that stands and beside solving the same from scratch.`, ['change', 'kept', 'from scratch', 'times faster', 'new pairs'], rows);
}

async function keepLarge(): Promise<void> {
  const problem = topics(10_124, 5_680, 3, 7);
  const plain = timed(() => assign(problem));
  if (!plain.found.feasible) throw new Error('It is feasible');
  const { chosen, certificate } = plain.found;
  const proof = timed(() => verifyAssignment(problem, chosen, certificate));
  if (proof.found.length > 0) throw new Error('The proof does not hold');
  const began = performance.now();
  const fair = (await assignFairly(problem))!;
  const took = (performance.now() - began) / 1000;
  const memory = `${(process.resourceUsage().maxRSS / 2 ** 20).toFixed(1)} GiB`;
  keep('large', 'The size of AAAI 2020, 10,124 entries and 5,680 judges, 3 reviews an entry, at most twice the mean load, 56 million pairs whose costs follow topics. Published for that size, on other machines and data: 68 s for FairColor, 45 minutes for FairFlow, 3 h 24 min for FairIR. The fair mode counts the plain solution that it starts from. The memory is the most of the process, the instance included.', ['mode', 'time', 'worst entry', 'bound', 'all entries', 'memory'], [
    ['plain, proof checked', seconds(plain.took + proof.took), fair.plain.worst.toLocaleString('en'), '', fair.plain.worth.toLocaleString('en'), ''],
    ['fair', seconds(took), fair.worst.toLocaleString('en'), `${fair.bound.toLocaleString('en')}${fair.proven ? ', reached' : ''}`, fair.worth.toLocaleString('en'), memory],
  ]);
}
