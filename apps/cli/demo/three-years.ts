import { lastDayOf } from '#kernel';
import type { ListrTask } from 'listr2';
import type { Cast } from './cast.js';
import { playEdition, type Edition } from './edition.js';
import { admit, graduate, report, type Firm } from './incubation.js';
import { bringExperts } from './expertise.js';
import { keepRegister } from './firms.js';
import { advance, land, produce } from './landing.js';
import { bringMoney, payBack } from './money.js';
import { runPlatform } from './platform-life.js';
import type { Stage } from './stage.js';
import { playUnderWay } from './under-way.js';

export const STARTS = '2023-03-01';

const VENTURE = { contest: '示例创投大赛', group: 'start-up', rule: 'national-start-up', entries: 22, shortlist: 12, awards: 6, prizes: [{ name: '一等奖', places: 1, money: 10_000_000 }, { name: '二等奖', places: 2, money: 5_000_000 }, { name: '三等奖', places: 3, money: 2_000_000 }] };
const FIRST: Edition = { ...VENTURE, edition: 1, firstTeam: 1, opens: '2023-03-02', closes: '2023-04-14', judged: '2023-04-17', ends: '2023-05-08' };
const YOUTH: Edition = { contest: '示例青年创新创业大赛', group: 'youth', rule: 'youth-start-up', entries: 16, shortlist: 8, awards: 4, prizes: [{ name: '金奖', places: 1, money: 5_000_000 }, { name: '银奖', places: 1, money: 3_000_000 }, { name: '铜奖', places: 2, money: 1_000_000 }], edition: 1, firstTeam: 23, opens: '2023-07-20', closes: '2023-08-31', judged: '2023-09-04', ends: '2023-09-18' };
const SECOND: Edition = { ...VENTURE, edition: 2, firstTeam: 39, opens: '2024-03-04', closes: '2024-04-12', judged: '2024-04-15', ends: '2024-05-06' };

/** The day in the month after a quarter on which the demo's firms report it. */
const REPORTS = [
  ...[['2023-Q3', '2023-10-12'], ['2023-Q4', '2024-01-12']],
  ...[['2024-Q1', '2024-05-10'], ['2024-Q2', '2024-07-12'], ['2024-Q3', '2024-10-14'], ['2024-Q4', '2025-01-13']],
] as [string, string][];

/** The acts of the demo, in the order of time. */
export function playThreeYears(stage: Stage, cast: Cast): ListrTask[] {
  const firms: Firm[] = [];
  let landed: Awaited<ReturnType<typeof land>> = [];
  const act = (title: string, play: () => Promise<void>): ListrTask => ({ title, task: play });
  const reports = (from: string, to: string) => async () => {
    for (const [quarter, on] of REPORTS) if (quarter >= from && quarter <= to) await report(stage, firms.filter(({ admitted }) => admitted <= lastDayOf(quarter)), quarter, on);
  };
  const edition = (title: string, played: Edition, admitted: string) =>
    act(title, async () => {
      const winners = await playEdition(stage, cast, played);
      firms.push(...(await admit(stage, cast, winners, admitted)));
    });
  return [
    edition('2023: first venture contest, from the call to the winners in incubation', FIRST, '2023-05-15'),
    edition('2023: youth contest', YOUTH, '2023-09-25'),
    act('2023: reports', reports('2023-Q3', '2023-Q4')),
    edition('2024: second venture contest', SECOND, '2024-05-07'),
    act('2024: a platform between contests: rooms, mentors, an intake, a term, a firm up the ladder', () => runPlatform(stage, cast, firms, '2024-05-09')),
    act('2024: reports', reports('2024-Q1', '2024-Q4')),
    act('2025: money for the firms: the fund’s committee, loans, a scheme, subsidies', () => bringMoney(stage, cast, firms, '2025-01-14')),
    act('2025: experts for their problems, and a year of science envoys', () => bringExperts(stage, cast, firms, '2025-01-14')),
    act('2025: graduation by rule', async () => void (await graduate(stage, cast, firms))),
    act('2025: graduates land in the parks', async () => {
      landed = await land(stage, cast, firms.filter(({ graduated }) => graduated), '2025-02-17');
      await advance(stage, cast, landed, 'break-ground', '2025-03-18');
      await advance(stage, cast, landed, 'complete', '2025-06-20');
      landed = landed.filter((_, i) => i % 4 !== 3);
      await advance(stage, cast, landed, 'start-production', '2025-07-01');
    }),
    act('2025 and 2026: output, jobs and tax', async () => {
      await produce(stage, landed, '2025-Q3', '2025-10-13');
      await advance(stage, cast, landed.slice(0, Math.ceil(landed.length / 2)), 'reach-capacity', '2025-12-15');
      await produce(stage, landed, '2025-Q4', '2026-01-12');
      await payBack(stage, cast, '2026-01-20');
      await produce(stage, landed.filter((_, i) => i % 3 !== 2), '2026-Q1', '2026-04-13');
    }),
    act('2026: the register of firms, their qualifications, and a year’s grading by land', () => keepRegister(stage, cast, firms, '2026-05-11')),
    act('Now: a call that is open, a round with the judges, a pitch day', () => playUnderWay(stage, cast)),
  ];
}
