import { words } from '../words.js';

type Tone = '' | 'on' | 'good' | 'warn' | 'bad';

const TONES: Readonly<Record<string, Tone>> = {
  open: 'on', judging: 'on', started: 'on', 'objections-open': 'on', announced: 'on', offered: 'on', invited: 'on', solving: 'on', assigned: '', proposed: 'warn', returned: 'warn', unsolvable: 'bad',
  stated: 'warn', introduced: 'on', voting: 'on', diligence: 'on', applied: 'on', claimed: 'on', booked: 'on', negotiating: 'on', contracted: 'on', building: 'on', built: 'on', published: 'on', lending: 'good', approved: 'good', invested: 'good', granted: 'good', recognised: 'good', solved: 'good', free: 'good', repaid: 'good', producing: 'good', 'at-capacity': 'good', 'above-scale': 'good', ahead: 'good', 'on-course': 'good', signed: 'good', active: 'good', sent: 'good',
  reserved: 'warn', warned: 'warn', behind: 'bad', overdue: 'bad', stopped: 'bad', 'written-off': 'bad', removed: 'bad', suspended: 'bad', depends: 'warn', unknown: 'warn',
  adopted: 'good', submitted: 'good', accepted: 'good', awarded: 'good', shortlisted: 'good', final: 'good', answered: 'good', incubating: 'good', graduated: 'good', decided: 'good', ranked: 'good', admitted: 'good', paid: 'good', pass: 'good',
  disqualified: 'bad', declined: '', withdrawn: '', lapsed: '', pulled: '', fail: 'bad', failed: 'bad', bounced: 'bad', filed: 'warn',
};

const STATES = {
  draft: ['草稿', 'Draft'], scheduled: ['待开放', 'Scheduled'], open: ['征集中', 'Open'], closed: ['已截止', 'Closed'], judging: ['评审中', 'Judging'], decided: ['已定结果', 'Decided'], announced: ['公示中', 'Announced'], final: ['结果生效', 'Final'], archived: ['往届', 'Archived'], running: ['进行中', 'Running'],
  submitted: ['已提交', 'Handed in'], returned: ['退回修改', 'Given back'], shortlisted: ['入围', 'Shortlisted'], 'not-selected': ['未入选', 'Not selected'], awarded: ['获奖', 'Awarded'], withdrawn: ['已撤回', 'Withdrawn'], disqualified: ['已取消资格', 'Disqualified'], moved: ['已转组', 'Moved'], lapsed: ['未提交', 'Lapsed'],
  solving: ['分配计算中', 'Being assigned'], unsolvable: ['无法分配', 'Can’t be assigned'], proposed: ['待发布', 'Proposed'], ranked: ['已排名', 'Ranked'],
  assigned: ['未开始', 'Not begun'], started: ['进行中', 'Begun'], pulled: ['已撤下', 'Taken back'],
  invited: ['待答复', 'Invited'], accepted: ['已接受', 'Accepted'], declined: ['已谢绝', 'Declined'], active: ['有效', 'Active'], resting: ['休息', 'Resting'],
  cultivated: ['培育中', 'Being built up'], left: ['已离园', 'Left'], removed: ['已清退', 'Removed'], signed: ['已签约', 'Signed'], ended: ['已终止', 'Ended'], booked: ['已预约', 'Booked'], held: ['已进行', 'Held'], cancelled: ['已取消', 'Cancelled'], used: ['已使用', 'Used'], missed: ['未到', 'Missed'],
  'fund-proposal/proposed': ['待受理', 'Proposed'], diligence: ['尽调中', 'Looked into'], voting: ['表决中', 'Being voted on'], approved: ['已通过', 'Approved'], invested: ['已投资', 'Invested'], dropped: ['已放弃', 'Dropped'], 'holding/held': ['持有中', 'Held'], exited: ['已退出', 'Exited'], 'written-off': ['已核销', 'Written off'],
  lending: ['可放贷', 'Lending'], warned: ['预警', 'Warned'], stopped: ['已停止', 'Stopped'], applied: ['已申请', 'Applied for'], 'loan/accepted': ['银行已同意', 'Taken by the bank'], 'loan/refused': ['未获批', 'Refused'], drawn: ['还款中', 'Drawn'], overdue: ['逾期', 'Overdue'], repaid: ['已还清', 'Repaid'], compensated: ['已代偿', 'Compensated'],
  granted: ['已批准', 'Granted'], claimed: ['已申请', 'Claimed'], 'taken-back': ['已追回', 'Taken back'], recognised: ['已认定', 'Recognised'], expired: ['已到期', 'Expired'], 'policy-claim/refused': ['未批准', 'Refused'], 'qualification/refused': ['未认定', 'Refused'], 'grant/accepted': ['已验收', 'Accepted'], 'grant/running': ['执行中', 'Running'],
  stated: ['待对接', 'Stated'], introduced: ['已对接', 'Introduced'], 'problem/solving': ['攻关中', 'Being solved'], solved: ['已解决', 'Solved'], chosen: ['已选定', 'Chosen'], passed: ['未选用', 'Passed over'], 'introduction/accepted': ['愿意对接', 'Will talk'],
  free: ['可供', 'Free'], reserved: ['预留', 'Reserved'], taken: ['已签', 'Taken'], retired: ['已退出', 'Retired'], intent: ['意向', 'Intent'], negotiating: ['洽谈', 'In talks'], contracted: ['签约', 'Contracted'], building: ['开工', 'Building'], built: ['竣工', 'Built'], producing: ['投产', 'Producing'], 'at-capacity': ['达产', 'At capacity'], 'above-scale': ['升规', 'Above scale'],
  registered: ['在册', 'Registered'], merged: ['已合并', 'Merged'], suspended: ['已停用', 'Suspended'], forgotten: ['已注销', 'Erased'], published: ['可申报', 'On offer'], kept: ['已留存', 'Kept'], shared: ['已共享', 'Shared'], waiting: ['待发送', 'Waiting'], 'intake/open': ['受理中', 'Open'], 'platform/running': ['运行中', 'Running'], 'application/submitted': ['待评审', 'Submitted'], 'application/accepted': ['已通过', 'Accepted'],
  ahead: ['超前', 'Ahead'], 'on-course': ['正常', 'On course'], behind: ['落后', 'Behind'], 'not-due': ['未到期', 'Not due'], unknown: ['待补充', 'Not known yet'], depends: ['视专家评分', 'Depends on experts'],
  filed: ['待答复', 'Filed'], answered: ['已答复', 'Answered'], offered: ['待答复', 'Offered'], admitted: ['已入驻', 'Admitted'], incubating: ['在孵', 'Incubating'], graduated: ['已毕业', 'Graduated'], refused: ['已谢绝', 'Refused'],
  'backup/asked': ['备份中', 'Being written'], 'backup/done': ['已完成', 'Done'],
  'endpoint/active': ['推送中', 'Active'], paused: ['已暂停', 'Paused'], gone: ['对方已停用', 'Gone'],
  revoked: ['已撤销', 'Revoked'],
  adopted: ['已施行', 'Adopted'], shipped: ['随系统提供', 'Comes with the program'],
  given: ['已颁发', 'Given'], due: ['待付', 'Due'], paid: ['已付', 'Paid'], sent: ['已发送', 'Sent'], failed: ['失败', 'Failed'], bounced: ['退信', 'Returned'], unwanted: ['未订阅', 'Not wanted'], pass: ['通过', 'Pass'], fail: ['不通过', 'Fail'],
} as const;

const useStates = words('states', STATES as Readonly<Record<keyof typeof STATES, readonly [string, string]>>);

/** A state's name in the reader's language; its own where it has none. Where a kind of thing has its own word for a state, that goes first. */
export function useStateName(): (state: string, kind?: string) => string {
  const t = useStates();
  return (state, kind = '') => {
    const known = [`${kind}/${state}`, state].find((key) => Object.hasOwn(STATES, key));
    return known === undefined ? state : t(known as keyof typeof STATES);
  };
}

export function State({ of, kind }: { of: string; kind?: string }) {
  const name = useStateName();
  return <span className={`tag ${TONES[of] ?? ''}`}>{name(of, kind)}</span>;
}
