import { mergeAsked, PASSWORD_LINK, passwordAsked, passwordSet, personInvited, personRegistered, phoneAsked } from '#identity';
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
    kind: 'person-invited',
    on: personInvited,
    to: { person: 'person' },
    link: { purpose: 'invitation', path: '/invitations/by-link', inApp: false },
    zh: { subject: '邀请您使用赛孵园', text: '您受邀使用本区的赛孵园系统。请打开链接，注册或登录后即可使用为您开通的功能；链接仅供您本人使用，请勿转发。\n{link}' },
    en: { subject: 'You are invited to Trellis', text: 'You are invited to the district’s Trellis. Open the link and sign up or sign in: what was prepared for you is there. The link is for you alone, so do not pass it on.\n{link}' },
  }),
  notice({
    kind: 'new-password',
    on: passwordAsked,
    to: { person: 'person' },
    legal: true,
    link: { purpose: PASSWORD_LINK, path: '/passwords/by-link', inApp: false, asked: 'asked' },
    zh: { subject: '设置新密码', text: '有人（应是您本人）申请为您的账户设置新密码。请在一小时内打开链接；链接只能使用一次。如非本人操作，无需理会，您的密码不变。\n{link}' },
    en: { subject: 'Set a new password', text: 'Someone, most likely you, asked to set a new password for your account. Open the link within an hour; it works once. If it was not you, do nothing: your password stays.\n{link}' },
  }),
  notice({
    kind: 'password-set',
    on: passwordSet,
    to: { person: 'person' },
    legal: true,
    zh: { subject: '您的密码已更改', text: '您的账户刚刚通过邮件链接设置了新密码，所有设备均已退出登录。如非本人操作，请立即联系主办单位。' },
    en: { subject: 'Your password was changed', text: 'A new password was set for your account by a mailed link, and you are signed out on every device. If it was not you, tell the office at once.' },
  }),
  notice({
    kind: 'phone-code',
    on: phoneAsked,
    to: { person: 'person' },
    text: 'code',
    zh: { subject: '手机验证码已发送', text: '验证码 {code}，10 分钟内有效。请勿告知他人。' },
    en: { subject: 'A code was sent to your number', text: 'Your code is {code}; it holds for 10 minutes. Tell it to nobody.' },
  }),
  notice({
    kind: 'merge-asked',
    on: mergeAsked,
    to: { person: 'other' },
    link: { purpose: 'merge', path: '/merge-requests/by-link', inApp: true },
    zh: { subject: '有账号称与此账号同属一人', text: '另一账号的使用者申请将此账号与其账号合并为同一人，对方是谁见以下链接。如确为本人，请在那里确认；否则请选择不是。\n{link}' },
    en: { subject: 'Someone says that this account is his too', text: 'The owner of another account asks to make this account and his one person; the link shows who it is. If you are he, confirm it there; if not, say so.\n{link}' },
  }),
  notice({
    kind: 'member-joined',
    on: memberJoined,
    to: { role: 'owner', on: 'project' },
    zh: { subject: '《{title}》有新成员加入', text: '一位成员通过邀请链接加入了《{title}》的团队。' },
    en: { subject: 'Someone has joined the team of "{title}"', text: 'A member has joined the team of "{title}" by a link of yours.' },
  }),
];
