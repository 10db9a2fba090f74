import { eventType, refusalType, stateMachine } from '#kernel';

export const issuedReportMachine = stateMachine({ name: 'issued-report', initial: 'issued', states: { issued: 'what it said stands, with when it was known' }, transitions: {} });

export const reportIssued = eventType<{ title: string; day: string; knownAt: string; sha256: string }>('report-page:issued', 'When the district issues its report of a day: what was known then can be asked for again.');

export const reportOfDayToCome = refusalType('report-page:day-to-come', 'invalid', '{day} 尚未到来，不能出具报表。', '{day} is still to come; its report can’t be issued.');
