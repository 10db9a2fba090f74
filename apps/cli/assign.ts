import { createHash, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { assign, assignFairly, AssignmentStopped, draw, randomise, readInstance, readPairs, seeded, seedFrom, verifyAssignment, type AssignmentProblem, type Certificate, type FileMistake, type Randomisation } from '#judging';
import { Command, Option } from 'commander';
import { chance, positive } from './options.js';
import { print } from './output.js';
import { Refused, refusedFile } from './refused.js';

interface Asked {
  readonly out?: string;
  readonly certificate?: string;
  readonly json?: boolean;
  readonly deadline?: number;
  readonly fair?: boolean;
  readonly cap?: number;
  readonly method: Randomisation['method'];
  readonly loss?: number;
  readonly seed?: string;
}

export const assignCommand = () =>
  new Command('assign')
    .argument('<file>', 'the instance: `entries judges reviews_per_entry max_per_judge balance_cost`, then `entry judge cost` a line')
    .option('--out <pairs>', 'where to write the pairs, `entry judge` a line')
    .option('--certificate <file>', 'where to write the prices that prove it, as JSON')
    .option('--deadline <seconds>', 'stop after so long', positive)
    .option('--fair', 'make it good for the weakest entry first')
    .option('--cap <chance>', 'draw by lot, no pair likelier than that', chance)
    .addOption(new Option('--method <method>', 'how chances are spread under the cap').choices(['capped', 'perturbed']).default('capped'))
    .option('--loss <share>', 'which share of the optimum `perturbed` may give up for spread', chance)
    .option('--seed <text>', 'what the lots are drawn from; publish its SHA-256 before, and the text after')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', '\nExample:\n  npm run -s trellis -- assign instance.txt --out pairs.txt --certificate certificate.json\n  npm run -s trellis -- assign verify instance.txt pairs.txt certificate.json')
    .action(run)
    .addCommand(
      new Command('verify')
        .description('Proves from the prices that an assignment is feasible and the cheapest, or says where that fails.')
        .argument('<file>', 'the instance')
        .argument('<pairs>', 'the pairs, `entry judge` a line')
        .argument('<certificate>', 'the prices, as JSON')
        .option('--json', 'print the result as JSON')
        .action(verify),
    );

async function run(file: string, asked: Asked): Promise<void> {
  const started = performance.now();
  const problem = await read(file, readInstance, asked.json);
  if (!problem) return;
  const reading = seconds(started);
  const stop = asked.deadline === undefined ? undefined : { stop: () => seconds(started) > asked.deadline! };
  try {
    if (asked.cap !== undefined) await byLot(problem, asked, reading, stop);
    else if (asked.fair === true) await fairly(problem, asked, reading, stop);
    else await cheapest(problem, asked, reading, stop);
  } catch (error) {
    if (!(error instanceof AssignmentStopped)) throw error;
    print(asked.json, { stopped: true, done: error.done, of: error.of }, () => error.message);
    process.exitCode = 1;
  }
}

type Stop = { readonly stop: () => boolean } | undefined;

async function cheapest(problem: AssignmentProblem, { out, certificate, json }: Asked, reading: number, stop: Stop): Promise<void> {
  const solvingFrom = performance.now();
  const found = assign(problem, stop);
  const solving = seconds(solvingFrom);
  const provingFrom = performance.now();
  const failures = found.feasible ? verifyAssignment(problem, found.chosen, found.certificate) : [];
  const facts = { seconds: { reading, solving, proving: seconds(provingFrom) }, peakMemoryMiB: peak() };
  if (failures.length > 0) throw new Error(`The proof does not hold: ${JSON.stringify(failures.slice(0, 3))}`);
  await write(out, pairsText(problem, found.chosen));
  if (found.feasible) {
    await write(certificate, `${JSON.stringify({ cost: found.cost, ...found.certificate })}\n`);
    return print(json, { feasible: true, cost: found.cost, pairs: found.chosen.length, ...facts }, () => `${found.chosen.length} pairs, cost ${found.cost}, proven the least; read in ${reading.toFixed(2)} s, solved in ${solving.toFixed(2)} s, proven in ${facts.seconds.proving.toFixed(2)} s, ${facts.peakMemoryMiB} MiB at most.`);
  }
  process.exitCode = 1;
  const { short, witness } = found.shortage;
  const places = [...short.values()].reduce((sum, n) => sum + n, 0);
  print(json, { feasible: false, cost: found.cost, pairs: found.chosen.length, places, short: [...short].map(([entry, lacks]) => ({ entry, lacks })), witness, ...facts }, () =>
    [
      `There is no assignment: ${places} places are short. The largest has ${found.chosen.length} pairs and costs ${found.cost}.`,
      ...(witness ? [`Entries ${list(witness.entries)} need ${witness.needed} reviews; judges ${list(witness.judges)} have ${witness.places} places, and with all others there are ${witness.pairs} pairs.`] : []),
      'Allow more entries a judge, ask for fewer reviews, or invite judges who may judge these entries.',
    ].join('\n'),
  );
}

async function fairly(problem: AssignmentProblem, { out, json, deadline }: Asked, reading: number, stop: Stop): Promise<void> {
  const solvingFrom = performance.now();
  const found = await assignFairly(problem, deadline, stop);
  if (!found) return cheapest(problem, { method: 'capped', ...(json !== undefined && { json }), ...(out !== undefined && { out }) }, reading, stop);
  await write(out, pairsText(problem, found.chosen));
  const { chosen, ...objectives } = found;
  print(json, { feasible: true, pairs: chosen.length, ...objectives, seconds: { reading, solving: seconds(solvingFrom) }, peakMemoryMiB: peak() }, () =>
    [
      `${chosen.length} pairs. The worst entry's judges are worth ${found.worst} to it, ${found.proven ? 'proven the most there is' : `of at most ${found.bound}`}; all together ${found.worth}, cost ${found.cost}.`,
      `The cheapest assignment: ${found.plain.worst} for the worst entry, ${found.plain.worth} all together, cost ${found.plain.cost}.`,
    ].join('\n'),
  );
}

async function byLot(problem: AssignmentProblem, { out, json, cap, method, loss, seed = randomBytes(16).toString('hex') }: Asked, reading: number, stop: Stop): Promise<void> {
  const solvingFrom = performance.now();
  const found = randomise(problem, { cap: cap!, method, ...(loss !== undefined && { loss }) }, stop);
  if (!found) {
    process.exitCode = 1;
    return print(json, { feasible: false }, () => `No assignment gives every entry its reviews with no pair likelier than ${cap}. Raise the cap, or allow more entries a judge.`);
  }
  const chosen = draw(problem, found.chances, seeded(seedFrom(seed)));
  await write(out, pairsText(problem, chosen));
  const commitment = createHash('sha256').update(seed).digest('hex');
  const { spread } = found;
  const facts = { method, cap, ...spread, ...(found.bend !== undefined && { bend: found.bend }), loss: 1 - spread.share, pairs: chosen.length, seed, commitment, seconds: { reading, solving: seconds(solvingFrom) }, peakMemoryMiB: peak() };
  print(json, facts, () =>
    [
      `${(100 * spread.share).toFixed(2)} % of the optimum on average; no pair likelier than ${spread.maximum.toFixed(3)}, each entry's likeliest ${spread.meanMaximum.toFixed(3)} on average; entropy ${spread.entropy.toFixed(0)}, ${spread.support} pairs possible.`,
      `Drawn from the seed ${seed}, whose SHA-256 is ${commitment}.`,
    ].join('\n'),
  );
}

async function verify(file: string, pairs: string, certificate: string, { json }: { json?: boolean }): Promise<void> {
  const problem = await read(file, readInstance, json);
  if (!problem) return;
  const chosen = await read(pairs, (bytes) => readPairs(bytes, problem), json);
  if (!chosen) return;
  const failures = verifyAssignment(problem, chosen, await readCertificate(certificate, problem));
  const entriesAndJudges = ({ entry, judge }: (typeof failures)[number]) => [...(entry === undefined ? [] : [`entry ${entry}`]), ...(judge === undefined ? [] : [`judge ${judge}`])].join(', ');
  print(json, { holds: failures.length === 0, failures }, () =>
    failures.length === 0 ? `The ${chosen.length} pairs are feasible, and none cost less.` : [`The proof does NOT hold: ${failures.length} failures.`, ...failures.slice(0, 20).map((failure) => `  ${failure.what}: ${entriesAndJudges(failure)}`)].join('\n'),
  );
  if (failures.length > 0) process.exitCode = 1;
}

async function readCertificate(path: string, { needs, places }: AssignmentProblem): Promise<Certificate> {
  const text = await readFile(path, 'utf8').catch(refusedFile(path));
  const isPrices = (prices: unknown, size: number): prices is number[] => Array.isArray(prices) && prices.length === size && prices.every((price) => typeof price === 'number');
  const { judges, entries } = parsed(text);
  if (!isPrices(judges, places.length) || !isPrices(entries, needs.length)) throw new Refused(`${path} is no certificate of this instance: it must hold ${places.length} prices of "judges" and ${needs.length} of "entries"`);
  return { judges, entries };
}

function parsed(text: string): { judges?: unknown; entries?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** What a file says, or undefined once what is wrong with it has been told. */
async function read<T extends object>(path: string, parse: (bytes: Uint8Array) => T | FileMistake, json: boolean | undefined): Promise<T | undefined> {
  const bytes = await readFile(path).catch(refusedFile(path));
  const found = parse(bytes);
  if (!('mistake' in found)) return found;
  print(json, { refused: true, file: path, ...found }, () => `${path}:${found.line}: ${found.mistake}`);
  process.exitCode = 1;
  return undefined;
}

const write = async (path: string | undefined, text: string): Promise<void> => {
  if (path !== undefined) await writeFile(path, text).catch(refusedFile(path));
};

const pairsText = ({ pairs }: AssignmentProblem, chosen: readonly number[]) => chosen.map((pair) => `${pairs.entry[pair]} ${pairs.judge[pair]}\n`).join('');

const list = (numbers: readonly number[]) => (numbers.length > 10 ? `${numbers.slice(0, 10).join(', ')} and ${numbers.length - 10} more` : numbers.join(', ') || 'none');

const seconds = (from: number) => (performance.now() - from) / 1000;

const peak = () => Math.round(process.resourceUsage().maxRSS / 1024);
