import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, startEmbeddedPostgres } from '#platform';
import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { RUBRIC } from '../support/chain.js';
import { Contests } from '../support/contest.js';
import { marksOf, openRound, sheetsOf } from '../support/rounds.js';
import { startTestService } from '../support/service.js';
import { keep } from './keep.js';

const SCREENS = 500;
const [ENTRIES, JUDGES] = [12, 7];

/** A screen that follows a round’s board; it looks for the score of one entry at a time. */
class Screen {
  private text = '';
  private seen: { mark: RegExp; done: (at: number) => void } | undefined;

  constructor(url: string, agent: Agent) {
    get(url, { agent, headers: { accept: 'text/event-stream' } }, (answer) =>
      answer.setEncoding('utf8').on('data', (part: string) => {
        this.text = (this.text + part).slice(-20_000);
        if (this.seen?.mark.test(this.text)) this.seen.done(performance.now());
      }),
    );
  }

  /** When the entry’s score is shown. */
  shows(entry: string): Promise<number> {
    return new Promise((done) => (this.seen = { mark: new RegExp(`"entry":"${entry}"[^}]*"score":"`), done }));
  }
}

/** A pitch day before many screens: how soon the last judge’s mark is a score on all of them. */
export async function benchScreens(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'trellis-screens-'));
  chmodSync(home, 0o755);
  const postgres = await startEmbeddedPostgres(home);
  await migrate(postgres.url);
  const service = await startTestService({ environment: { DATABASE_URL: postgres.url } });
  const office = await service.office();
  const contests = new Contests(service, office);
  const { call } = await contests.closedCall(ENTRIES, { rounds: [{ key: 'pitch', name: '路演', seating: 'all', rubric: RUBRIC, quorum: JUDGES, scoring: 'mean', pitch: { present: 8, answer: 7 } }] });
  const judges: Visitor[] = [];
  for (let n = 0; n < JUDGES; n++) judges.push(await contests.judgeOf(call));
  const round = await openRound(service, office, call);
  const { order } = await office.post<{ order: string[] }>(`/rounds/${round}/draw-order`);
  await office.post(`/rounds/${round}/board`, { board: 'live' });
  const agent = new Agent({ keepAlive: true, maxSockets: SCREENS + 10 });
  const screens: Screen[] = [];

  const rows: string[][] = [];
  for (const [n, entry] of order.entries()) {
    // The first half is watched by one screen, the second by all.
    while (screens.length < (n < ENTRIES / 2 ? 1 : SCREENS)) screens.push(new Screen(`${service.config.baseUrl}/api/rounds/${round}/screen`, agent));
    for (let key = 0; key < 3; key++) await office.post(`/rounds/${round}/pitch`, {});
    service.clock.moveTo(new Date(service.clock.now().getTime() + 20 * 60_000));
    const shown = screens.map((screen) => screen.shows(entry));
    const sheets = await Promise.all(judges.map(async (judge) => (await sheetsOf(judge, round)).find((sheet) => sheet.entry.id === entry)!.id));
    for (const [j, judge] of judges.slice(1).entries()) await judge.post(`/score-sheets/${sheets[j + 1]!}/submit`, { marks: marksOf(RUBRIC, 7) });
    const began = performance.now();
    await judges[0]!.post(`/score-sheets/${sheets[0]!}/submit`, { marks: marksOf(RUBRIC, 8) });
    const answered = performance.now() - began;
    const times = (await Promise.all(shown)).map((at) => at - began).sort((a, b) => a - b);
    rows.push([String(screens.length), `${n + 1}`, `${answered.toFixed(0)} ms`, `${times[Math.floor(times.length / 2)]!.toFixed(0)} ms`, `${times.at(-1)!.toFixed(0)} ms`]);
  }
  agent.destroy();
  await service.stop();
  await postgres.stop();
  rmSync(home, { recursive: true, force: true });
  keep('screens', `A pitch day with ${ENTRIES} entries and ${JUDGES} judges; half of it before one screen, half before ${SCREENS} that follow the board by server-sent events. From the moment the last judge sends his marks until he has his answer, and until the score is on the middle and the last of the screens; service, worker, judges and screens in one process.`, ['screens', 'entry', 'answered', 'on half of them', 'on the last'], rows);
}
