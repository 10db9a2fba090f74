import type { Agreement } from '#contest';
import { bar, table } from '../output.js';
import { agreementText } from '../results.js';
import type { Cast } from './cast.js';
import type { Stage } from './stage.js';

interface History {
  readonly title: string;
  readonly firm: string | null;
  readonly steps: readonly { at: string; command: string; by: string; events: readonly { name: string; payload: Record<string, unknown> }[] }[];
}

/** Steps of a history that tell how far a project came. */
const TOLD = ['entry:submitted', 'entry:scored', 'entry:shortlisted', 'entry:awarded', 'incubatee:admitted', 'investment:paid', 'incubatee:graduated', 'deal:contracted', 'deal:ground-broken', 'deal:producing', 'deal:above-scale'];
const FIGURES: Readonly<Record<string, (value: unknown) => string>> = { total: String, rank: String, amount: inYuan, output: inYuan };

interface FunnelLine {
  readonly stage: string;
  readonly zh: string;
  readonly en: string;
  readonly projects: number;
}

export const funnelOf = ({ office }: Cast): Promise<FunnelLine[]> => office.get('/funnel');

/** What the demo prints at its end: funnel, sample histories, the season, the record, where to look. */
export async function report(played: { cast: Cast; stage: Stage; season: readonly Agreement[]; seconds: number; audit: string; stays: boolean; url: string }): Promise<string> {
  const { office } = played.cast;
  const funnel = await funnelOf(played.cast);
  const most = funnel[0]?.projects ?? 0;
  const lines = [
    '\nThe chain',
    table(['stage', '', 'projects'], funnel.map(({ zh, en, projects }) => [`${zh} ${en}`, bar(projects, most).split(' ')[0]!, String(projects)])),
    '\nThree histories',
    ...(await histories(office)),
    '\nA real season, scored and ranked by the same jobs (ours = published)',
    agreementText(played.season),
    `\n${played.audit}`,
    `Played in ${played.seconds.toFixed(1)} s.`,
    ...(played.stays ? whereToLook(played.url, played.stage.password, await landedFirm(office)) : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** The account of someone whose firm came from the contest into a park. */
async function landedFirm(office: Cast['office']): Promise<string> {
  const deals = await office.all<{ id: string; project: string }>('/deals');
  const people = await office.all<{ id: string; email: string; grants: readonly { role: string; scope: string }[] }>('/people');
  return people.find(({ grants }) => grants.some(({ role, scope }) => role === 'owner' && scope === deals[0]?.project))?.email ?? '';
}

async function histories(office: Cast['office']): Promise<string[]> {
  const lines: string[] = [];
  const shown = new Set<string>();
  for (const reached of ['deal:above-scale', 'incubatee:graduated', 'entry:shortlisted']) {
    const project = (await office.all<{ id: string }>(`/projects?reached=${reached}`)).find(({ id }) => !shown.has(id));
    if (!project) continue;
    shown.add(project.id);
    const { title, firm, steps } = await office.get<History>(`/projects/${project.id}/history`);
    lines.push(`  ${title} (${firm ?? ''}), /projects/${project.id}/history, ${steps.length} steps`);
    for (const { at, by, events } of steps)
      for (const { name, payload } of events) {
        if (!TOLD.includes(name)) continue;
        const figures = Object.entries(FIGURES).flatMap(([figure, show]) => (payload[figure] === undefined ? [] : `${figure} ${show(payload[figure])}`));
        lines.push(`    ${at.slice(0, 10)}  ${name}${figures.length > 0 ? `  ${figures.join(', ')}` : ''}  by ${by}`);
      }
  }
  return lines;
}

/** Fen as whole yuan. */
function inYuan(fen: unknown): string {
  return `${Math.round(Number(fen) / 100).toLocaleString('en')} yuan`;
}

const whereToLook = (url: string, password: string, firm: string) => [
  `\nLook at ${url} (the console), ${url}/docs (the API), ${url}/metrics.`,
  `Sign in at ${url}/sign-in; the password of all demo accounts is ${password}`,
  ...([
    ['office@demo.example', 'the district’s office'],
    ['auditor@demo.example', 'reads everything'],
    ['leader@demo.example', 'a leader of the district'],
    ['judge@demo.example', 'a judge'],
    ['team@demo.example', 'a team'],
    [firm, 'a firm that came all the way'],
    ['platform@demo.example', 'the manager of a platform'],
    ['park@demo.example', 'the manager of a park'],
    ['fund@demo.example', 'the manager of a seed fund'],
    ['bank@demo.example', 'a bank’s officer'],
    ['broker@demo.example', 'a technology manager'],
    ['expert@demo.example', 'an expert'],
    ['envoy@demo.example', 'a science envoy'],
  ] as const).map(([account, is]) => `  ${account.padEnd(24)}${is}`),
  'Stop with Ctrl-C.',
];
