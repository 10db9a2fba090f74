import { eventType, refusalType, stateMachine } from '#kernel';

export const noticeSettingMachine = stateMachine({ name: 'notice-setting', initial: 'set', states: { set: 'the district’s own words and mailing of a kind of notice' }, transitions: { change: { from: ['set'] } } });
export const noticeHabitsMachine = stateMachine({ name: 'notice-habits', initial: 'set', states: { set: 'how a person wants his mails' }, transitions: { change: { from: ['set'] } } });

export const noticeSet = eventType<{ kind: string; changed: readonly string[] }>('notice:set', 'When the office changes the words of a kind of notice, or how its mail goes out.');
export const noticeHabitsSet = eventType<{ person: string }>('notice:habits-set', 'When a person says how he wants his mails.');

export const noticeUnknown = refusalType('notice:unknown', 'missing', '没有“{kind}”这种通知。', 'There is no notice of the kind "{kind}".');
export const placeUnknown = refusalType('notice:place', 'invalid', '通知中没有“{place}”；可用的有：{places}。', 'The notice has nothing for "{place}"; it has {places}.');
export const linkMissing = refusalType('notice:link-missing', 'invalid', '正文须保留 {link}：收件人由此办理。', 'The text has to keep {link}: by it the reader acts.');
export const noBounce = refusalType('delivery:no-bounce', 'invalid', '这不是投递失败通知（RFC 3464），或不是本系统邮件的退信。', 'This is no report of a failed delivery (RFC 3464) of a mail that was sent from here.');
export const noticeLegal = refusalType('notice:legal', 'unmet', '“{kind}”须依规送达，不能关闭或合并发送。', '"{kind}" has to reach its reader by law or rule: it can’t be switched off or gathered.');
