import type { Answer } from '../api/client.js';
import { words } from '../words.js';

type Call = Answer<'/api/calls/{call}'>;
type Round = Answer<'/api/calls/{call}/rounds'>['rounds'][number];

export const useStepWords = words('steps', {
  publish: ['完成设置并发布', 'finish setting it up and publish it'],
  scheduled: ['等待开放', 'opens by itself'],
  collecting: ['征集中，到期自动截止', 'takes entries; closes by itself'],
  begin: ['邀请评委，开始第一轮', 'invite judges and begin the first round'],
  next: ['开始下一轮', 'begin the next round'],
  solving: ['正在计算分配', 'the assignment is being worked out'],
  unsolvable: ['无法分配：查看缺少哪些评委', 'no assignment is possible: see which judges are missing'],
  open: ['核对分配并发给评委', 'check the assignment and open the round'],
  judging: ['评审进行中，关注进度', 'judges are at work: watch how it goes'],
  closed: ['正在汇总', 'marks are being summed up'],
  decideRound: ['决定谁晋级', 'decide who goes on'],
  decide: ['核对排名并定结果', 'check the ranking and decide'],
  announce: ['公示结果', 'announce the results'],
  objections: ['公示中，答复异议', 'open to objections: answer them'],
});

type StepKey = Parameters<ReturnType<typeof useStepWords>>[0];

export interface Step {
  readonly words: StepKey;
  readonly to: string;
  readonly by: string | null;
}

/** What a call waits for, and where it is done; null of one that is over. */
export function nextStep({ id, state, opensAt, closesAt, announcedUntil, rounds: plans }: Call, rounds: readonly Round[]): Step | null {
  const at = (tab: string) => `/office/calls/${id}?tab=${tab}`;
  const contests = rounds.filter(({ way }) => way !== 'public-vote');
  const last = contests.at(-1);
  const round = (words: StepKey): Step => ({ words, to: `/office/rounds/${last!.id}`, by: null });
  switch (state) {
    case 'draft':
      return { words: 'publish', to: at('rules'), by: null };
    case 'scheduled':
      return { words: 'scheduled', to: at('board'), by: opensAt };
    case 'open':
      return { words: 'collecting', to: at('entries'), by: closesAt };
    case 'closed':
    case 'judging': {
      if (!last) return { words: 'begin', to: at('judges'), by: null };
      if (last.state === 'solving' || last.state === 'unsolvable') return round(last.state);
      if (last.state === 'proposed') return round('open');
      if (last.state === 'judging' || last.state === 'closed') return round(last.state);
      const isLast = contests.length >= plans.filter(({ way }) => way !== 'public-vote').length;
      if (last.state === 'ranked' && !isLast) return round('decideRound');
      return isLast ? { words: 'decide', to: at('results'), by: null } : { words: 'next', to: at('judges'), by: null };
    }
    case 'decided':
      return { words: 'announce', to: at('results'), by: null };
    case 'announced':
      return { words: 'objections', to: at('objections'), by: announcedUntil };
    default:
      return null;
  }
}
