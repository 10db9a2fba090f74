import { words } from '../words.js';

type Tone = '' | 'on' | 'good' | 'warn' | 'bad';

const TONES: Readonly<Record<string, Tone>> = {
  open: 'on', judging: 'on', started: 'on', 'objections-open': 'on', announced: 'on', offered: 'on', invited: 'on', solving: 'on', assigned: '', proposed: 'warn', returned: 'warn', unsolvable: 'bad',
  submitted: 'good', accepted: 'good', awarded: 'good', shortlisted: 'good', final: 'good', answered: 'good', incubating: 'good', graduated: 'good', decided: 'good', ranked: 'good', admitted: 'good', paid: 'good', pass: 'good',
  disqualified: 'bad', declined: '', withdrawn: '', lapsed: '', pulled: '', fail: 'bad', failed: 'bad', filed: 'warn',
};

const STATES = {
  draft: ['草稿', 'Draft'], scheduled: ['待开放', 'Scheduled'], open: ['征集中', 'Open'], closed: ['已截止', 'Closed'], judging: ['评审中', 'Judging'], decided: ['已定结果', 'Decided'], announced: ['公示中', 'Announced'], final: ['结果生效', 'Final'], archived: ['往届', 'Archived'], running: ['进行中', 'Running'],
  submitted: ['已提交', 'Handed in'], returned: ['退回修改', 'Given back'], shortlisted: ['入围', 'Shortlisted'], 'not-selected': ['未入选', 'Not selected'], awarded: ['获奖', 'Awarded'], withdrawn: ['已撤回', 'Withdrawn'], disqualified: ['已取消资格', 'Disqualified'], moved: ['已转组', 'Moved'], lapsed: ['未提交', 'Lapsed'],
  solving: ['分配计算中', 'Being assigned'], unsolvable: ['无法分配', 'Can’t be assigned'], proposed: ['待发布', 'Proposed'], ranked: ['已排名', 'Ranked'],
  assigned: ['未开始', 'Not begun'], started: ['进行中', 'Begun'], pulled: ['已撤下', 'Taken back'],
  invited: ['待答复', 'Invited'], accepted: ['已接受', 'Accepted'], declined: ['已谢绝', 'Declined'], active: ['有效', 'Active'], resting: ['休息', 'Resting'],
  filed: ['待答复', 'Filed'], answered: ['已答复', 'Answered'], offered: ['待答复', 'Offered'], admitted: ['已入驻', 'Admitted'], incubating: ['在孵', 'Incubating'], graduated: ['已毕业', 'Graduated'], refused: ['已谢绝', 'Refused'],
  given: ['已颁发', 'Given'], due: ['待付', 'Due'], paid: ['已付', 'Paid'], sent: ['已发送', 'Sent'], kept: ['已留存', 'Kept'], failed: ['失败', 'Failed'], pass: ['通过', 'Pass'], fail: ['不通过', 'Fail'],
} as const;

const useStates = words('states', STATES as Readonly<Record<keyof typeof STATES, readonly [string, string]>>);

/** A state's name in the reader's language; its own where it has none. */
export function useStateName(): (state: string) => string {
  const t = useStates();
  return (state) => (Object.hasOwn(STATES, state) ? t(state as keyof typeof STATES) : state);
}

export function State({ of }: { of: string }) {
  const name = useStateName();
  return <span className={`tag ${TONES[of] ?? ''}`}>{name(of)}</span>;
}
