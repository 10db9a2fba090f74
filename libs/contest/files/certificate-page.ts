import type { Certificate } from './certificate-pdf.js';
import { escaped, STYLE } from './static-site.js';

type Checked = { readonly valid: false } | (Certificate & { readonly valid: boolean; readonly place: number });

/** What the code on a certificate leads to, for whoever reads it with a phone. */
export function certificatePage(code: string, checked: Checked): string {
  const lines: [string, string | number | null][] = 'title' in checked ? [['赛事 Contest', `${checked.contest}（第 ${checked.edition} 届）`], ['组别 Call', checked.call], ['项目 Entry', checked.title], ['单位 Organisation', checked.organisation], ['奖项 Prize', checked.prize], ['日期 Date', checked.on]] : [];
  const [zh, en] = checked.valid ? ['证书有效', 'This certificate is valid'] : ['查无此证书', 'There is no such certificate'];
  return `<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${zh} ${en}</title><style>${STYLE}</style></head>
<body><main><h1>${zh}</h1><p>${en}</p><p><small>${escaped(code)}</small></p>
<table><tbody>${lines.map(([name, value]) => `<tr><th scope="row">${escaped(name)}</th><td>${escaped(value)}</td></tr>`).join('')}</tbody></table></main></body></html>
`;
}
