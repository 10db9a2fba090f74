import { eventType, refusalType, stateMachine } from '#kernel';

export const ruleVersionMachine = stateMachine({
  name: 'rule-version',
  initial: 'draft',
  states: { draft: 'is written; it judges nothing', adopted: 'judges from its day on, until another takes its place or its end', dropped: 'was never put in force' },
  transitions: { revise: { from: ['draft'] }, adopt: { from: ['draft'], to: 'adopted' }, end: { from: ['adopted'] }, drop: { from: ['draft'], to: 'dropped' } },
});

export const ruleDrafted = eventType<{ rule: string; version: string; basedOn: string; paper: string }>('rule:drafted', 'When a new version of a rule is begun.');
export const ruleRevised = eventType<{ rule: string; version: string; places: readonly string[] }>('rule:revised', 'When a draft of a rule is changed.');
export const ruleAdopted = eventType<{ rule: string; version: string; from: string }>('rule:adopted', 'When a version of a rule is decided: it judges from a day on.');
export const ruleInEffect = eventType<{ rule: string; version: string; from: string }>('rule:in-effect', 'When the day comes on which a version of a rule begins to judge.');
export const ruleEnded = eventType<{ rule: string; version: string; to: string; reason: string }>('rule:ended', 'When a version of a rule gets a day from which it no longer judges.');
export const ruleDropped = eventType<{ rule: string; version: string }>('rule:dropped', 'When a draft of a rule is given up.');

export const ruleUnknown = refusalType('rule:unknown', 'missing', '没有规则“{rule}”的版本“{version}”；已有规则见 GET /rules。', 'There is no version "{version}" of the rule "{rule}"; GET /rules lists them.');
export const versionTaken = refusalType('rule:version-taken', 'conflict', '规则“{rule}”已有版本“{version}”，请换一个版本号。', 'The rule "{rule}" has a version "{version}" already. Choose another name.');
export const sameAsBase = refusalType('rule:same', 'unmet', '草稿与所依据的版本“{basedOn}”完全相同；请先修改条件。', 'The draft says what version "{basedOn}" says. Change something first.');
export const flawed = refusalType('rule:flawed', 'unmet', '这张表还不能施行：{zh}。', 'The table can’t be put in force: {en}.');
export const inThePast = refusalType('rule:past', 'unmet', '{on} 早于今天（{today}）：已作出的判断依当日有效的版本，不因新版本改变。', '{on} is before today ({today}): what was judged stays judged by the version of its day.');
export const endsBeforeItBegins = refusalType('rule:ends-first', 'invalid', '停用日 {to} 不晚于施行日 {from}。', 'It would end ({to}) before it has begun ({from}).');
