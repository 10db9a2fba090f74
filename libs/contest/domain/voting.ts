import { eventType, refusalType } from '#kernel';

export const voteCast = eventType<{ round: string; entry: string }>('vote:cast', 'When someone votes in a public round, or moves his vote.');
export const votesSettled = eventType<{ settled: number; counted: boolean }>('round:votes-settled', 'When the office counts held votes or leaves votes out.');

export const voterUnverified = refusalType('vote:unverified', 'unmet', '请先打开邮件中的链接验证邮箱，再投票。', 'Open the link in your mail first, so that your address is verified; then vote.');
