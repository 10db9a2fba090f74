import { eventType, refusalType, stateMachine } from '#kernel';

/** What a district states of itself, by year or quarter, in fen. */
export const STATISTICS = {
  gdp: { zh: '地区生产总值', en: 'gross domestic product' },
  research: { zh: '全社会研发经费支出', en: 'research spending of the whole district' },
  'industrial-research': { zh: '规上工业申报研发费用', en: 'research spending declared by industry above scale' },
} as const;

export type StatisticKey = keyof typeof STATISTICS;
export const STATISTIC_KEYS = Object.keys(STATISTICS) as StatisticKey[];

export const statisticMachine = stateMachine({ name: 'statistic', initial: 'stated', states: { stated: 'what the district states of itself for a period, with its source' }, transitions: { correct: { from: ['stated'] } } });

export const statisticStated = eventType<{ metric: string; period: string; value: number; before: number | null; source: string }>('statistic:stated', 'When a statistic of the district is stated, or corrected; what was known before stays with its time.');

export const figuresRecounted = eventType<{ changed: number }>('figure:recounted', 'When all that figures count was read anew; `changed` is what was not as counted.');

export const periodWrong = refusalType('statistic:period', 'invalid', '“{period}”应为年度（2026）或季度（2026-Q3）。', '"{period}" has to be a year (2026) or a quarter (2026-Q3).');
