import { refusalType, refuse, type Refusal } from '#kernel';
import type { PanelMethod, TieKey } from '#judging';

/** What a mark means, from that mark on. */
export interface Level {
  readonly from: number;
  readonly means: string;
}

/** One thing judges mark, from `min` to `max` in steps; its mark counts `weight` times. */
export interface Criterion {
  readonly key: string;
  readonly name: string;
  readonly weight: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly levels?: readonly Level[];
  /** A mark below this, or above the other, asks for a comment. */
  readonly commentBelow?: number;
  readonly commentAbove?: number;
}

export const WAYS = ['scored', 'screening', 'picks', 'pairwise', 'public-vote'] as const;
export const SEATINGS = ['assigned', 'all', 'rooms'] as const;
export const ADVANCES = ['quota', 'threshold', 'group-share'] as const;
export const GROUPINGS = ['field', 'room'] as const;

/** Who goes on to the next round: the best so many, all from a total on, or the best share of each group. */
export type Advance =
  | { readonly by: 'quota'; readonly places: number }
  | { readonly by: 'threshold'; readonly atLeast: number }
  | { readonly by: 'group-share'; readonly group: (typeof GROUPINGS)[number]; readonly share: number };

/** How one round of a call is judged, as published with it. */
export interface RoundPlan {
  readonly key: string;
  readonly name: string;
  readonly way: (typeof WAYS)[number];
  readonly seating: (typeof SEATINGS)[number];
  readonly rubric: readonly Criterion[];
  readonly scoring: PanelMethod;
  /** Decimals that totals are rounded to, half up. */
  readonly places: number;
  /** Of a trimmed mean: sheets dropped at each end, once there are `dropFrom`. */
  readonly drop: number;
  readonly dropFrom: number;
  /** What decides between equal totals, in this order. */
  readonly ties: readonly TieKey[];
  /** Sheets an entry needs before its round can close. */
  readonly quorum: number;
  /** Absent in the last round. */
  readonly advance?: Advance;
  /** How many entries the office may take along beyond the ranking, each with a reason. */
  readonly wildcards: number;
  /** A greater distance between the highest and the lowest total sends an entry to another judge, or to the panel. */
  readonly spread?: { readonly limit: number; readonly then: 'judge' | 'panel' };
  /** How many entries each judge ranks, in a round of picks; how many are elected. */
  readonly picks?: number;
  readonly seats?: number;
  /** How many pairs each judge compares. */
  readonly comparisons?: number;
  /** Minutes to present and to answer, on a pitch day. */
  readonly pitch?: { readonly present: number; readonly answer: number };
  /** A public round of this call, and what share of the total it makes. */
  readonly publicVote?: { readonly round: string; readonly share: number };
  /** Of a public round: votes from one network that are counted. */
  readonly votesPerNetwork?: number;
  /** The organiser's judge may take out an entry off the theme. */
  readonly veto: boolean;
  /** Judges see others' marks, and talk, once their own sheet is in. */
  readonly discussion: boolean;
}

export const wrongPlan = refusalType('call:wrong-round', 'invalid', '轮次“{round}”的设置有误：{problem}', 'The round "{round}" can’t be judged like that: {problem}');

/** The highest total a sheet can have. */
export const mostPoints = ({ rubric }: Pick<RoundPlan, 'rubric'>): number => rubric.reduce((sum, { weight, max }) => sum + weight * max, 0);

/** What each criterion's mark counts. */
export const weightsOf = ({ rubric }: Pick<RoundPlan, 'rubric'>): Readonly<Record<string, number>> => Object.fromEntries(rubric.map(({ key, weight }) => [key, weight]));

/** Whether the rounds of a call can be judged as they are planned. */
export function checkPlans(plans: readonly RoundPlan[]): Refusal | null {
  for (const [n, plan] of plans.entries()) {
    const problem = problemOf(plan, plans, n);
    if (problem) return refuse(wrongPlan, { round: plan.name, problem: `${problem[0]} / ${problem[1]}` });
  }
  return null;
}

type Problem = readonly [zh: string, en: string];

function problemOf(plan: RoundPlan, plans: readonly RoundPlan[], n: number): Problem | null {
  const { key, way, rubric, ties, advance, seating, publicVote } = plan;
  const keys = rubric.map((criterion) => criterion.key);
  const marked = way === 'scored' || way === 'screening';
  if (plans.filter((other) => other.key === key).length > 1) return ['轮次标识重复', 'its key is used twice'];
  if (marked && rubric.length === 0) return ['缺少评分项', 'it has no criteria'];
  if (!marked && rubric.length > 0) return ['该方式不使用评分项', 'this way of judging has no criteria'];
  if (new Set(keys).size < keys.length) return ['评分项标识重复', 'two criteria have one key'];
  if (rubric.some(({ min, max, step }) => min >= max || step > max - min)) return ['评分范围或步长有误', 'a range or a step is wrong'];
  const strange = ties.find((tie) => tie.by === 'criterion' && !keys.includes(tie.criterion));
  if (strange) return ['同分规则引用了不存在的评分项', 'a tie-break names no criterion of it'];
  if (plan.drop * 2 >= plan.dropFrom) return ['去掉的评分多于保留的', 'more sheets are dropped than stay'];
  if (way === 'picks' && (plan.picks === undefined || plan.seats === undefined)) return ['请说明每位评委选几个、共选出几个', 'say how many each judge picks and how many are elected'];
  if (way === 'pairwise' && plan.comparisons === undefined) return ['请说明每位评委比较几对', 'say how many pairs each judge compares'];
  if (advance?.by === 'group-share' && advance.group === 'room' && seating !== 'rooms') return ['未分组评审，不能按组晋级', 'it has no rooms to advance by'];
  const public_ = publicVote && plans.slice(0, n).find((other) => other.key === publicVote.round);
  if (publicVote && public_?.way !== 'public-vote') return ['计入的公众投票应为此前的一轮', 'the public vote it counts is no earlier public round'];
  const contests = plans.filter((other) => other.way !== 'public-vote');
  const last = contests.at(-1) === plan;
  if (way === 'public-vote' ? advance !== undefined : last ? advance !== undefined : advance === undefined)
    return ['除最后一轮外，每轮都要说明谁晋级；公众投票不决定晋级', 'every round but the last says who goes on; a public vote never does'];
  if (contests.length === 0) return ['至少要有一轮由评委评审', 'at least one round is the judges’'];
  return null;
}
