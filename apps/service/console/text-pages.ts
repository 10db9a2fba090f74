import { escaped } from '#kernel';

/** A page as text: what it is called, what a preview of it says, and what is read where no script runs. */
export interface TextPage {
  readonly title: string;
  readonly about: string;
  readonly html: string;
}

type Language = 'zh' | 'en';
/** Reads one of the API's routes as someone who is not signed in does; null where there is nothing for him. */
export type Read = <T>(path: string) => Promise<T | null>;

interface Call {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly closesAt: string;
  readonly timeZone: string;
  readonly contest: { readonly name: string; readonly edition: number };
  readonly timeline: readonly { readonly name: Record<Language, string>; readonly at: string }[];
  readonly prizes: readonly { readonly name: string; readonly places: number }[];
  readonly rounds: readonly { readonly name: string; readonly rubric: readonly { readonly name: string; readonly max: number; readonly weight: number }[] }[];
}

interface Results {
  readonly results: readonly { readonly entry: string; readonly place: number; readonly title: string; readonly organisation: string | null; readonly score: string | null; readonly awarded: boolean; readonly shortlisted: boolean; readonly prize: string | null }[];
  readonly until?: string;
  readonly version?: number;
}

const WORDS = {
  zh: { name: '赛孵园', lead: '从创新创业大赛，到孵化培育，到园区落地', calls: '征集与结果', closes: '截止', dates: '时间安排', prizes: '奖项', judged: '评审', results: '结果', none: '暂无内容。', place: '名次', entry: '项目', organisation: '单位', score: '得分', outcome: '结果', awarded: '获奖', shortlisted: '入围', certificate: '证书核验', genuine: '此证书真实有效。', off: '此证书已失效。', no: '没有此编号的证书。' },
  en: { name: 'Trellis', lead: 'From the contest, through incubation, to the park', calls: 'Calls and results', closes: 'Closes', dates: 'Dates', prizes: 'Prizes', judged: 'Judging', results: 'Results', none: 'Nothing yet.', place: 'Place', entry: 'Entry', organisation: 'Organisation', score: 'Score', outcome: 'Outcome', awarded: 'Awarded', shortlisted: 'Shortlisted', certificate: 'Certificate check', genuine: 'This certificate is genuine.', off: 'This certificate is no longer valid.', no: 'There is no certificate with this code.' },
} as const;

const when = (at: string, zone: string, language: Language): string => new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: zone }).format(new Date(at));
const link = (to: string, text: string) => `<a href="${escaped(to)}">${escaped(text)}</a>`;
const named = ({ name, contest }: Call, called: Called) => `${called(contest.name)} ${contest.edition} · ${called(name)}`;

/** A name that the office gave, as the reader's language has it. */
type Called = (name: string) => string;

async function calledIn(language: Language, read: Read): Promise<Called> {
  const names = language === 'en' ? await read<{ items: { zh: string; en: string }[] }>('/names') : null;
  const english = new Map(names?.items.map(({ zh, en }) => [zh, en]));
  return (name) => english.get(name) ?? name;
}

/** The public pages that are text before they are anything else; null of all others. */
export async function textPage(path: string, language: Language, read: Read): Promise<TextPage | null> {
  const [, first = '', id = '', rest = ''] = path.split('/');
  if (path === '/' || (first === 'calls' && id === '')) return listPage(path === '/' ? 'lead' : 'calls', language, read);
  if (first === 'calls' && rest === '') return callPage(id, language, read);
  if (first === 'calls' && rest === 'results') return resultsPage(id, language, read);
  return first === 'certificates' && id !== '' ? certificatePage(id, language, read) : null;
}

async function listPage(words: 'lead' | 'calls', language: Language, read: Read): Promise<TextPage> {
  const t = WORDS[language];
  const called = await calledIn(language, read);
  const calls = (await read<{ items: Call[] }>('/calls?limit=200'))?.items ?? [];
  const items = calls.map((call) => `<li>${link(`/calls/${call.id}`, named(call, called))} · ${escaped(t.closes)} ${escaped(when(call.closesAt, call.timeZone, language))}</li>`);
  return { title: words === 'lead' ? t.name : t.calls, about: t.lead, html: `<h1>${escaped(t[words])}</h1>${items.length > 0 ? `<ul>${items.join('')}</ul>` : `<p>${escaped(t.none)}</p>`}` };
}

async function callPage(id: string, language: Language, read: Read): Promise<TextPage | null> {
  const t = WORDS[language];
  const [call, called] = [await read<Call>(`/calls/${id}`), await calledIn(language, read)];
  if (!call) return null;
  const dates = [[t.closes, call.closesAt] as const, ...call.timeline.map(({ name, at }) => [name[language], at] as const)];
  const closes = `${t.closes} ${when(call.closesAt, call.timeZone, language)}`;
  return {
    title: named(call, called),
    about: closes,
    html: `<h1>${escaped(called(call.name))}</h1><p>${escaped(called(call.contest.name))} ${call.contest.edition}</p>
<h2>${escaped(t.dates)}</h2><ul>${dates.map(([name, at]) => `<li>${escaped(name)}: ${escaped(when(at, call.timeZone, language))}</li>`).join('')}</ul>
<h2>${escaped(t.judged)}</h2><ul>${call.rounds.map(({ name, rubric }) => `<li>${escaped(called(name))}: ${rubric.map((criterion) => `${escaped(called(criterion.name))} (${criterion.max} × ${criterion.weight})`).join(', ')}</li>`).join('')}</ul>
${call.prizes.length > 0 ? `<h2>${escaped(t.prizes)}</h2><ul>${call.prizes.map(({ name, places }) => `<li>${escaped(called(name))} × ${places}</li>`).join('')}</ul>` : ''}
<p>${link(`/calls/${id}/results`, t.results)}</p>`,
  };
}

async function resultsPage(id: string, language: Language, read: Read): Promise<TextPage | null> {
  const t = WORDS[language];
  const [call, told, called] = await Promise.all([read<Call>(`/calls/${id}`), read<Results>(`/calls/${id}/results`), calledIn(language, read)]);
  if (!call || !told) return null;
  const rows = told.results.map(({ place, title, organisation, score, awarded, shortlisted, prize }) => `<tr>${[place, title, organisation, score, awarded ? (prize === null ? t.awarded : called(prize)) : shortlisted ? t.shortlisted : ''].map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`);
  const winners = told.results.filter(({ awarded }) => awarded).map(({ title }) => title);
  return {
    title: `${named(call, called)} · ${t.results}`,
    about: winners.slice(0, 5).join(language === 'zh' ? '、' : ', '),
    html: `<h1>${escaped(named(call, called))} · ${escaped(t.results)}</h1><table><thead><tr>${[t.place, t.entry, t.organisation, t.score, t.outcome].map((head) => `<th>${escaped(head)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table><p>${link(`/api/calls/${id}/bundle`, 'results bundle')}</p>`,
  };
}

async function certificatePage(code: string, language: Language, read: Read): Promise<TextPage> {
  const [t, called] = [WORDS[language], await calledIn(language, read)];
  const checked = await read<{ valid: boolean; contest?: string; edition?: number; call?: string; title?: string; organisation?: string | null; prize?: string }>(`/certificates/${encodeURIComponent(code)}`);
  const said = checked?.title === undefined ? t.no : checked.valid ? t.genuine : t.off;
  const lines = checked?.title === undefined ? [] : [`${called(checked.contest ?? '')} ${checked.edition ?? ''}`, called(checked.call ?? ''), checked.title, checked.organisation, called(checked.prize ?? '')];
  return { title: `${t.certificate} ${code}`, about: said, html: `<h1>${escaped(t.certificate)}</h1><p>${escaped(said)}</p><ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>` };
}
