import { escaped } from '#kernel';
import type { Result } from '../facts/results.js';

/** A contest's public pages as data. */
export interface PublicContest {
  readonly name: string;
  readonly edition: number;
  readonly sponsors: readonly { readonly name: string; readonly kind: string }[];
  readonly calls: readonly PublicCall[];
  /** What its names are called in English, where they have it. */
  readonly english: ReadonlyMap<string, string>;
}

/** A name with its English beside it. */
type Both = (name: string) => string;

interface PublicCall {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly state: string;
  readonly version: number | null;
  readonly until: string | null;
  readonly hash: string | null;
  readonly results: readonly Omit<Result, 'field'>[];
  /** The results bundle, as it is downloaded. */
  readonly bundle: object | null;
}

/** A page that needs nothing beside it but its style. */
const page = (title: string, body: string): string => `<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title><link rel="stylesheet" href="style.css"></head>
<body><main><h1>${escaped(title)}</h1>
${body}</main></body></html>
`;

const STYLE = `body{font-family:system-ui,"Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;color:#1c1c1c;background:#fff;margin:0}main{max-width:60rem;margin:auto;padding:1rem}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #ddd}th{background:#f4f4f4}.won{font-weight:600}small{color:#555}a{color:#0b57d0}@media(prefers-color-scheme:dark){body{background:#141414;color:#eee}th{background:#222}th,td{border-color:#333}small{color:#aaa}a{color:#8ab4f8}}`;

/** All public pages of a contest as files that any web server can keep for years: no script, nothing from outside. */
export function staticSite(contest: PublicContest): Record<string, string> {
  const both: Both = (name) => (contest.english.has(name) ? `${name} ${contest.english.get(name)}` : name);
  const title = `${both(contest.name)}（第 ${contest.edition} 届）`;
  const sponsors = contest.sponsors.length === 0 ? '' : `<p>${contest.sponsors.map(({ name }) => escaped(both(name))).join('、')}</p>`;
  const list = contest.calls.map((call) => `<li><a href="${call.id}.html">${escaped(both(call.name))}</a> <small>${escaped(call.state)}</small></li>`).join('\n');
  const files: Record<string, string> = { 'index.html': page(title, `${sponsors}<ul>\n${list}\n</ul>`), 'style.css': STYLE };
  for (const call of contest.calls) {
    files[`${call.id}.html`] = callPage(title, call, both);
    files[`${call.id}.json`] = JSON.stringify({ ...call, bundle: undefined }, null, 1);
    if (call.bundle) files[`${call.id}.bundle.json`] = JSON.stringify(call.bundle);
  }
  return files;
}

function callPage(contest: string, call: PublicCall, both: Both): string {
  const rows = call.results.map(({ place, title, organisation, score, tied, shortlisted, awarded, prize, reason }) => {
    const outcome = awarded ? (prize === null ? '获奖 Awarded' : both(prize)) : shortlisted ? '入围 Shortlisted' : '';
    return `<tr${awarded ? ' class="won"' : ''}><td>${place}${tied ? ' <small>并列 tied</small>' : ''}</td><td>${escaped(title)}</td><td>${escaped(organisation)}</td><td>${escaped(score)}</td><td>${escaped(outcome)}${reason === null ? '' : `<br><small>${escaped(reason)}</small>`}</td></tr>`;
  });
  const about = call.version === null ? '' : `<p><small>第 ${call.version} 版 version ${call.version} · 公示至 open to objections until ${escaped(call.until)} · SHA-256 ${escaped(call.hash)}</small></p>`;
  const bundle = call.bundle ? `<p><a href="${call.id}.bundle.json">结果数据包 Results bundle</a> <small>trellis results recompute</small></p>` : '';
  return page(`${contest} ${both(call.name)}`, `<p><a href="index.html">← ${escaped(contest)}</a></p>${about}
<table><thead><tr><th>名次 Place</th><th>项目 Entry</th><th>单位 Organisation</th><th>得分 Score</th><th>结果 Outcome</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>${bundle}`);
}
