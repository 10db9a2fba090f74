import { eventType, refusalType, stateMachine } from '#kernel';

export const yieldReviewMachine = stateMachine({
  name: 'yield-review',
  initial: 'open',
  states: { open: 'firms’ figures are put together', public: 'grades are public, and may be objected to', final: 'grades stand' },
  transitions: { enter: { from: ['open'], to: 'open' }, publish: { from: ['open'], to: 'public' }, object: { from: ['public'], to: 'public' }, answer: { from: ['public'], to: 'public' }, settle: { from: ['public'], to: 'final' } },
});

export const yieldReviewOpened = eventType<{ year: string }>('yield-review:opened', 'When a year’s grading by yield from land begins.');
export const yieldsEntered = eventType<{ year: string; firms: number }>('yield-review:entered', 'When firms’ figures of a year are entered.');
export const yieldsPublished = eventType<{ year: string; from: string; until: string; firms: number }>('yield-review:published', 'When grades become public.');
export const yieldObjected = eventType<{ year: string; firm: string }>('yield-review:objected', 'When a firm objects to its grade.');
export const yieldAnswered = eventType<{ year: string; firm: string; before: string | null; grade: string | null }>('yield-review:answered', 'When an objection is answered.');
export const yieldsSettled = eventType<{ year: string }>('yield-review:settled', 'When the term for objections is over and all are answered: grades stand.');

export const reviewKnown = refusalType('yield-review:known', 'conflict', '{year} 年的评价已存在。', 'There is a review of {year} already.');
export const firmNotReviewed = refusalType('yield-review:no-such-firm', 'missing', '名单中没有“{firm}”。', '"{firm}" is not among the firms.');
export const objectionsOpen = refusalType('yield-review:objections-open', 'unmet', '公示期至 {until}；尚有 {open} 件异议未答复。', 'Objections are taken until {until}; {open} are not answered.');
export const objectionLate = refusalType('yield-review:objection-late', 'unmet', '公示期已于 {until} 结束。', 'The term for objections ended on {until}.');
export const weightsEmpty = refusalType('yield-review:weights', 'invalid', '权重合计须大于 0，且 A、B、C 分数线依次递减。', 'Weights come to more than nothing, and the lines of A, B and C fall.');
