import type { Words } from '../domain/notice.js';

/** Words around what a mail says, by its reader's language. */
const FRAME = {
  zh: { several: (n: number) => `${n} 条通知`, more: (n: number) => `……另有 ${n} 条，请登录查看。`, inbox: '在赛孵园查看全部通知', wishes: '设置接收方式' },
  en: { several: (n: number) => `${n} notices`, more: (n: number) => `… and ${n} more, in your inbox.`, inbox: 'See all notices in Trellis', wishes: 'Choose how mails reach you' },
} as const;

/** Notices that one mail writes out; the rest are counted. */
const WRITTEN_OUT = 20;

export interface Body {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const linked = (text: string): string => escaped(text).replaceAll(/https?:\/\/[^\s，。；）]+/g, (address) => `<a href="${address}">${address}</a>`);
const paragraphs = (text: string): string => linked(text).split('\n').map((line) => `<p style="margin:0 0 8px">${line}</p>`).join('');

/** A mail of one notice or of several, as text and as HTML that reads the same. */
export function mailBody(notices: readonly Words[], language: 'zh' | 'en', base: string): Body {
  const frame = FRAME[language];
  const [first] = notices;
  if (first === undefined) throw new Error('A mail says at least one thing');
  const shown = notices.slice(0, WRITTEN_OUT);
  const more = notices.length > shown.length ? frame.more(notices.length - shown.length) : '';
  const subject = notices.length === 1 ? first.subject : `${frame.several(notices.length)}: ${first.subject}`;
  const said = notices.length === 1 ? [first.text] : shown.map((one) => `${one.subject}\n${one.text}`);
  const text = [...said, ...(more === '' ? [] : [more]), `${frame.inbox}: ${base}/notices`].join('\n\n');
  const blocks = notices.length === 1 ? paragraphs(first.text) : shown.map((one) => `<h2 style="font-size:16px;margin:20px 0 6px">${escaped(one.subject)}</h2>${paragraphs(one.text)}`).join('');
  const html = `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><body style="font-family:system-ui,'Noto Sans SC',sans-serif;font-size:15px;line-height:1.6;color:#1f2933;max-width:640px;margin:0 auto;padding:24px">${notices.length === 1 ? `<h1 style="font-size:19px;margin:0 0 12px">${escaped(first.subject)}</h1>` : ''}${blocks}${more === '' ? '' : `<p>${escaped(more)}</p>`}<hr style="border:none;border-top:1px solid #d9e2ec;margin:20px 0"><p style="font-size:13px;color:#52606d"><a href="${base}/notices">${frame.inbox}</a> · <a href="${base}/notices?tab=wishes">${frame.wishes}</a></p></body></html>`;
  return { subject, text: `${text}\n`, html };
}
