import { eventType, refusalType, stateMachine } from '#kernel';

export const objectionMachine = stateMachine({
  name: 'objection',
  initial: 'filed',
  states: { filed: 'waits for the office’s answer in writing', upheld: 'answered: it is right', dismissed: 'answered: it is not' },
  transitions: { uphold: { from: ['filed'], to: 'upheld' }, dismiss: { from: ['filed'], to: 'dismissed' } },
});

/** Who filed it is known to the office and to himself alone: these events are of the objection, which has no project. */
export const objectionFiled = eventType<{ call: string; callName: string; answerBy: string }>('objection:filed', 'When someone objects to announced results.');
export const objectionDue = eventType<{ call: string; callName: string }>('objection:due', 'When the day by which an objection should be answered comes.');
export const objectionAnswered = eventType<{ call: string; callName: string; objector: string; upheld: boolean }>('objection:answered', 'When the office has answered an objection.');

export const noObjectionsNow = refusalType('objection:not-now', 'conflict', '“{call}”目前不在公示期内，不受理异议。', 'Objections to "{call}" are taken only while its results are announced.');
export const objectorUnverified = refusalType('objection:unverified', 'unmet', '异议须实名提出：请先打开邮件中的链接验证邮箱。', 'Objections are made under one’s real name: open the link in your mail first, so that your address is verified.');
