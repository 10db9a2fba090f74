import { eventType, refusalType, type Cadence } from '#kernel';

export const reportDue = eventType<{ period: string }>('report:due', 'When the time to report a period has come to its end.');
export const reportOverdue = eventType<{ period: string; platform: string; firm: string }>('report:overdue', 'When a report is a week late.');
export const reportEscalated = eventType<{ period: string; platform: string; firm: string }>('report:escalated', 'When a report is two weeks late.');
export const reportFiled = eventType<{ period: string; revenue: number; research: number; staff: number; validIp: number }>('report:filed', 'When a firm has reported a period.');
export const reportCorrected = eventType<{ period: string; version: number; reason: string }>('report:corrected', 'When a firm has corrected a report; what it said before stays.');

export const reportedAlready = refusalType('report:filed-already', 'conflict', '{period} 已经填报；如有误请提交更正。', 'The period {period} has been reported already; if it is wrong, correct it.');
export const periodsMeet = refusalType('report:overlaps', 'conflict', '{period} 与已填报的 {other} 重叠。', 'The period {period} overlaps {other}, which has been reported.');
export const wrongCadence = refusalType('report:wrong-cadence', 'invalid', '应按{cadence}填报，{period} 不是这样的期间。', 'It reports by the {cadence}; {period} is no such period.');
export const periodNotOver = refusalType('report:period-not-over', 'unmet', '{period} 尚未结束，{day} 之后方可填报。', 'The period {period} is not over; report it after {day}.');
export const notItsPeriod = refusalType('report:not-its-period', 'invalid', '{period} 早于入孵期间，或已超出毕业后 5 年的填报期。', '{period} lies before it came in, or more than five years after it graduated.');
export const contradicting = refusalType('report:contradicting', 'invalid', '有 {count} 处数字互相矛盾，见 errors。', '{count} figures contradict each other; see errors.');
export const doubtful = refusalType('report:doubtful', 'unmet', '有 {count} 处数字与往期相差悬殊，请核对：改正，或在 confirmed 中确认。', '{count} figures are far from those before: correct them, or confirm them in confirmed.');
export const nothingToCorrect = refusalType('report:nothing-to-correct', 'missing', '{period} 尚未填报，无可更正。', 'The period {period} has not been reported; there is nothing to correct.');

/** How often the firms of a platform report, quarterly where none is known. */
export const paceOf = (platform: { readonly reportEvery: string } | null): Cadence => (platform?.reportEvery === 'month' ? 'month' : 'quarter');

/** Days after the end of a period within which it is to be reported; then its platform hears of it, then the district. */
export const REPORT_DAYS = 15;
export const OVERDUE_AFTER = 7;
export const ESCALATED_AFTER = 14;
/** A yearly report has longer. */
export const YEARLY_REPORT_DAYS = 60;
/** For so many years after it graduates a firm reports once a year. */
export const ALUMNI_YEARS = 5;
