import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { searchWordsOf } from '#contest';
import { matcherOf, type ProblemSeen, type SolverSeen } from '#expertise';
import { seeded } from '#judging';
import { madeExpertise } from '../../apps/cli/demo/made-problems.js';
import { keep } from './keep.js';

interface Task {
  readonly solvers: readonly SolverSeen[];
  /** What all problems say, by which their usual words are known. */
  readonly stated: readonly string[];
  readonly problems: readonly { readonly asked: ProblemSeen; readonly right: ReadonlySet<string> }[];
}

type Rank = (problem: ProblemSeen) => string[];

/** How well problems find those who can solve them: on made problems, and on the Cranfield collection where its folder is given. */
export function benchMatching(): Promise<void> {
  const rows: string[][] = [];
  const measure = (set: string, task: Task, rankings: readonly (readonly [string, (task: Task) => Rank])[]) => {
    const plain = scores(task, byKeywords(task.solvers));
    for (const [name, of] of rankings) {
      const { p5, mrr } = scores(task, of(task));
      rows.push([set, String(task.problems.length), String(task.solvers.length), name, p5.toFixed(3), mrr.toFixed(3), `${(p5 / plain.p5).toFixed(2)}, ${(mrr / plain.mrr).toFixed(2)}`]);
    }
  };
  const keywords = ['keyword search', ({ solvers }: Task) => byKeywords(solvers)] as const;
  const matched = ['matching', ({ solvers, stated }: Task) => byMatching(solvers, stated)] as const;

  const made = madeTask(seeded(7));
  measure('made', made.test, [keywords, matched, ['matching, after 10 rated problems', ({ stated }) => byMatching(made.taught(10), stated)], ['matching, after 40', ({ stated }) => byMatching(made.taught(40), stated)], ['matching, after 150', ({ stated }) => byMatching(made.taught(150), stated)]]);
  const folder = process.argv[3];
  if (folder !== undefined) {
    measure('Cranfield, papers', cranfield(folder, 'papers'), [keywords, matched]);
    measure('Cranfield, authors', cranfield(folder, 'authors'), [keywords, matched]);
  }
  keep(
    'matching',
    `How well a problem finds who can solve it: the share of right ones among the first five (P@5) and the mean of one over the first right one’s place (MRR). Keyword search counts how many different words of the problem a text holds. *Made*: \`apps/cli/demo/made-problems.ts\` with a fixed seed; right are the five experts of the problem’s topic; "rated": for that many other problems the firms had said of the first three whether they fit. *Cranfield*: questions of aeronautical engineers with papers judged for each (Cleverdon, 1967); right are the papers judged of any interest, or their authors. The collection is not in the project: \`npm run bench -- matching FOLDER\` reads \`cran.all.1400\`, \`cran.qry\` and \`cranqrel\` from a folder.`,
    ['set', 'problems', 'solvers', 'ranked by', 'P@5', 'MRR', 'over keyword search'],
    rows,
  );
  return Promise.resolve();
}

function scores({ problems }: Task, rank: Rank): { p5: number; mrr: number } {
  let [p5, mrr] = [0, 0];
  for (const { asked, right } of problems) {
    const ranked = rank(asked);
    p5 += ranked.slice(0, 5).filter((id) => right.has(id)).length / 5;
    const first = ranked.findIndex((id) => right.has(id));
    mrr += first < 0 ? 0 : 1 / (first + 1);
  }
  return { p5: p5 / problems.length, mrr: mrr / problems.length };
}

/** The plain search that it is measured against: how many different words of the problem a text holds. */
function byKeywords(solvers: readonly SolverSeen[]): Rank {
  const texts = solvers.map(({ id, profile, works }) => ({ id, words: new Set(searchWordsOf(`${profile} ${works}`)) }));
  return ({ title, text, tried }) => {
    const asked = new Set(searchWordsOf(`${title} ${text} ${tried}`));
    return texts.map(({ id, words }) => ({ id, hits: [...asked].filter((word) => words.has(word)).length })).sort((a, b) => b.hits - a.hits || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
  };
}

function byMatching(solvers: readonly SolverSeen[], stated: readonly string[]): Rank {
  const match = matcherOf(solvers, stated, searchWordsOf);
  return (problem) => match(problem).map(({ solver }) => solver);
}

/** 300 problems to measure on, and the same solvers as firms' ratings of 150 other problems have taught them. */
function madeTask(chance: () => number): { test: Task; taught: (problems: number) => SolverSeen[] } {
  const { solvers, problems } = madeExpertise(chance, { perTopic: 5, problems: 450 });
  const seen = solvers.map(({ name, field, profile, works }): SolverSeen => ({ id: name, fields: [field], profile, works: works.map(({ title, text }) => `${title} ${text}`).join(' '), proven: [], missed: [] }));
  const topicOf = new Map(solvers.map(({ name, topic }) => [name, topic]));
  const tasks = problems.map(({ title, field, topic, symptoms, tried, goal }) => ({ asked: { title, field, text: `${symptoms} ${goal}`, tried }, topic, right: new Set(solvers.filter((one) => one.topic === topic).map(({ name }) => name)) }));
  const stated = tasks.map(({ asked }) => `${asked.title} ${asked.text}`);
  const rank = byMatching(seen, stated);
  const taught = (count: number) => {
    const found = new Map(seen.map((one) => [one.id, { proven: [] as string[], missed: [] as string[] }]));
    for (const { asked, topic } of tasks.slice(300, 300 + count)) for (const id of rank(asked).slice(0, 3)) found.get(id)![topicOf.get(id) === topic ? 'proven' : 'missed'].push(`${asked.title} ${asked.text}`);
    return seen.map((one) => ({ ...one, proven: found.get(one.id)!.proven, missed: found.get(one.id)!.missed }));
  };
  return { test: { solvers: seen, stated, problems: tasks.slice(0, 300) }, taught };
}

/** The Cranfield collection: each paper a solver, or each author with all of his papers. */
function cranfield(folder: string, as: 'papers' | 'authors'): Task {
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const records = (text: string) => text.split(/^\.I /m).slice(1).map((record) => {
    const part = (mark: string) => new RegExp(`^\\.${mark}\\s*\\n([^]*?)(?=^\\.[TABW]\\s*$|(?![^]))`, 'm').exec(record)?.[1]?.trim() ?? '';
    return { title: part('T'), authors: part('A'), text: part('W') };
  });
  const papers = records(read('cran.all.1400'));
  const authorsOf = papers.map(({ authors }) => authors.split(/\s+and\s+|;\s*|\.,\s*(?=[a-z])/).map((name) => name.replaceAll(/\s+/g, '')).filter((name) => name !== ''));
  const judged = read('cranqrel').trim().split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  const rightPapers = new Map<number, Set<number>>();
  for (const [query, paper, interest] of judged) if (interest! > 0 && interest! < 5) rightPapers.set(query!, (rightPapers.get(query!) ?? new Set()).add(paper! - 1));
  const solver = (id: string, own: readonly number[]): SolverSeen => ({ id, fields: [], profile: own.map((n) => papers[n]!.title).join('\n'), works: own.map((n) => papers[n]!.text).join('\n'), proven: [], missed: [] });
  const written = new Map<string, number[]>();
  for (const [n, authors] of authorsOf.entries()) for (const author of authors) written.set(author, [...(written.get(author) ?? []), n]);
  const solvers = as === 'papers' ? papers.map((_, n) => solver(String(n).padStart(4, '0'), [n])) : [...written].map(([author, own]) => solver(author, own));
  const problems = records(read('cran.qry')).flatMap(({ text }, n) => {
    const right = [...(rightPapers.get(n + 1) ?? [])].flatMap((paper) => (as === 'papers' ? [String(paper).padStart(4, '0')] : (authorsOf[paper] ?? [])));
    return right.length === 0 ? [] : [{ asked: { title: '', field: '-', text, tried: '' }, right: new Set(right) }];
  });
  return { solvers, problems, stated: problems.map(({ asked }) => asked.text) };
}
