import { mergeAsked, personRegistered } from '#identity';
import { memberJoined } from '#project';
import { notice, type Notice } from '../notice.js';

/** Who someone is here, and whom he works with. */
export const PEOPLE: readonly Notice[] = [
  notice({
    kind: 'verify-address',
    on: personRegistered,
    to: { person: 'person' },
    link: { purpose: 'address', path: '/addresses/by-link', inApp: false },
    zh: { subject: '请验证您的邮箱', text: '欢迎使用赛孵园。请打开邮件中的链接，确认这是您的邮箱。\n{link}' },
    en: { subject: 'Please verify your address', text: 'Welcome to Trellis. Open the link in the mail to confirm that this is your address.\n{link}' },
  }),
  notice({
    kind: 'merge-asked',
    on: mergeAsked,
    to: { person: 'other' },
    link: { purpose: 'merge', path: '/merge-requests/by-link', inApp: true },
    zh: { subject: '{keeperName} 称此账号也是本人', text: '{keeperName} 申请将此账号与其账号合并为同一人。如确为本人，请在以下链接确认；否则请选择不是。\n{link}' },
    en: { subject: '{keeperName} says that this account is his too', text: '{keeperName} asks to make this account and his one person. If you are he, confirm it under the link; if not, say so there.\n{link}' },
  }),
  notice({
    kind: 'member-joined',
    on: memberJoined,
    to: { role: 'owner', on: 'project' },
    zh: { subject: '《{title}》有新成员加入', text: '一位成员通过邀请链接加入了《{title}》的团队。' },
    en: { subject: 'Someone has joined the team of "{title}"', text: 'A member has joined the team of "{title}" by a link of yours.' },
  }),
];
