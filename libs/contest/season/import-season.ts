import { command, districtKind, insertMany, newId, type Context } from '#platform';
import { contestSetUp, editionExists } from '../domain/call.js';
import { entryImported, seasonEmpty } from '../domain/entry.js';
import { roundClosed } from '../domain/judging.js';
import { callKind, contestKind, entryKind, roundKind, sheetKind } from '../commands/kinds.js';
import { isWhole, programOf, ruleOf, type Performance, type Season, type Seat } from './season.js';

/** Year in a competition's name, which tells its edition. */
export const editionOf = (competition: string): number => Number(/\b(?:19|20)\d{2}\b/.exec(competition)?.[0] ?? 1);

export const importSeason = command({
  name: 'import-season',
  summary: 'Brings in a season of judged competitions as archived contests; jobs then score and rank it as any other.',
  on: districtKind,
  may: 'import',
  target: (_: Season, district) => district,
  async decide(c, season) {
    const { performances } = season;
    if (performances.length === 0) c.refuse(seasonEmpty);
    const contests = await makeContests(c, performances);
    const judges = await makeJudges(c, season.seats);
    const projects = await makeProjects(c, performances);
    const rounds = await makeRounds(c, performances, contests);
    await makeEntries(c, performances, rounds, projects);
    await makeSheets(c, performances, season.seats, rounds, judges);
    return { contests: [...contests.values()] };
  },
});

interface RoundIds {
  readonly call: string;
  readonly round: string;
  readonly entries: Map<string, string>;
}

async function makeContests(c: Context, performances: readonly Performance[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const name of new Set(performances.map(({ competition }) => competition))) {
    const edition = editionOf(name);
    if (await c.tx.contest.findUnique({ where: { districtId_name_edition: { districtId: c.district, name, edition } } })) c.refuse(editionExists, { name, edition });
    ids.set(name, c.create(contestKind.kind, { to: 'archived', events: [contestSetUp({ name, edition })] }));
  }
  await c.tx.contest.createMany({ data: [...ids].map(([name, id]) => ({ districtId: c.district, id, name, edition: editionOf(name) })) });
  return ids;
}

async function makeJudges(c: Context, seats: readonly Seat[]): Promise<Map<string, string>> {
  const countries = [...new Set(seats.map(({ country }) => country))];
  await c.tx.organisation.createMany({ data: countries.map((name) => ({ districtId: c.district, id: newId(), name })), skipDuplicates: true });
  const organisations = new Map((await c.tx.organisation.findMany({ where: { districtId: c.district, name: { in: countries } } })).map(({ name, id }) => [name, id]));
  const countryOf = new Map(seats.map(({ judge, country }) => [judge, country]));
  const ids = new Map([...countryOf.keys()].map((judge) => [judge, c.create('person', { to: 'active', events: [] })]));
  const columns = { district_id: 'uuid', id: 'uuid', name: 'text', organisation_id: 'uuid', language: 'text' };
  await insertMany(c.tx, 'person', columns, [...ids].map(([judge, id]) => [c.district, id, judge, organisations.get(countryOf.get(judge)!)!, 'en']));
  return ids;
}

const performerOf = ({ name, nation }: Performance) => `${name}\n${nation}`;

async function makeProjects(c: Context, performances: readonly Performance[]): Promise<Map<string, string>> {
  const performers = new Map(performances.map((performance) => [performerOf(performance), performance]));
  const ids = new Map([...performers.keys()].map((performer) => [performer, newId()]));
  for (const id of ids.values()) c.create('project', { to: 'open', events: [] }, { id, project: id });
  await insertMany(c.tx, 'project', { district_id: 'uuid', id: 'uuid', title: 'text', firm: 'text' }, [...performers].map(([performer, { name, nation }]) => [c.district, ids.get(performer)!, name, nation]));
  return ids;
}

async function makeRounds(c: Context, performances: readonly Performance[], contests: ReadonlyMap<string, string>): Promise<Map<string, RoundIds>> {
  const rounds = new Map<string, RoundIds>();
  const calls: (string | null)[][] = [];
  const rows: (string | null)[][] = [];
  for (const performance of performances) {
    if (rounds.has(programOf(performance))) continue;
    const call = c.create(callKind.kind, { to: 'archived', events: [] });
    const round = c.create(roundKind.kind, { to: 'closed', events: [roundClosed({ call })] });
    rounds.set(programOf(performance), { call, round, entries: new Map() });
    const scoring = JSON.stringify(ruleOf(performance));
    calls.push([c.district, call, contests.get(performance.competition)!, performance.program, 'archive', 'none', c.now.toISOString(), '3', '3', '0']);
    rows.push([c.district, round, call, performance.program, scoring]);
  }
  const columns = { district_id: 'uuid', id: 'uuid', contest_id: 'uuid', name: 'text', group: 'text', eligibility_rule: 'text', closes_at: 'timestamptz', shortlist: 'int', awards: 'int', announce_days: 'int' };
  await insertMany(c.tx, 'call', columns, calls);
  await insertMany(c.tx, 'round', { district_id: 'uuid', id: 'uuid', call_id: 'uuid', name: 'text', scoring: 'jsonb' }, rows);
  return rounds;
}

async function makeEntries(c: Context, performances: readonly Performance[], rounds: ReadonlyMap<string, RoundIds>, projects: ReadonlyMap<string, string>): Promise<void> {
  const entries: (string | null)[][] = [];
  const standings: (string | null)[][] = [];
  for (const performance of performances) {
    const { call, round, entries: ids } = rounds.get(programOf(performance))!;
    const project = projects.get(performerOf(performance))!;
    const id = c.create(entryKind.kind, { to: 'archived', events: [entryImported({ call, title: performance.name })] }, { project });
    ids.set(performance.id, id);
    entries.push([c.district, id, call, project, performance.name, performance.program, performance.nation, JSON.stringify({ performance: performance.id }), 'false']);
    standings.push([c.district, round, id, performance.deductions, String(!isWhole(performance))]);
  }
  const columns = { district_id: 'uuid', id: 'uuid', call_id: 'uuid', project_id: 'uuid', title: 'text', abstract: 'text', organisation: 'text', facts: 'jsonb', award: 'bool' };
  await insertMany(c.tx, 'entry', columns, entries);
  await insertMany(c.tx, 'standing', { district_id: 'uuid', round_id: 'uuid', entry_id: 'uuid', deductions: 'numeric', incomplete: 'bool' }, standings);
}

async function makeSheets(c: Context, performances: readonly Performance[], seats: readonly Seat[], rounds: ReadonlyMap<string, RoundIds>, judges: ReadonlyMap<string, string>): Promise<void> {
  const judgeIn = new Map(seats.map((seat) => [`${programOf(seat)}\n${seat.seat}`, judges.get(seat.judge)!]));
  const sheets: (string | null)[][] = [];
  const aspects: (string | null)[][] = [];
  const marks: (string | null)[][] = [];
  for (const performance of performances) {
    const { round, entries } = rounds.get(programOf(performance))!;
    const entry = entries.get(performance.id)!;
    const sheetOf = new Map<string, string>();
    for (const { id, section, base, factor, marks: given } of performance.aspects) {
      const aspect = newId();
      aspects.push([c.district, aspect, round, entry, id, section, base, factor]);
      for (const { seat, value } of given) {
        let sheet = sheetOf.get(seat);
        if (sheet === undefined) {
          sheet = c.create(sheetKind.kind, { to: 'submitted', events: [] });
          sheetOf.set(seat, sheet);
          sheets.push([c.district, sheet, round, entry, judgeIn.get(`${programOf(performance)}\n${seat}`)!, c.now.toISOString()]);
        }
        marks.push([c.district, aspect, sheet, value]);
      }
    }
  }
  await insertMany(c.tx, 'score_sheet', { district_id: 'uuid', id: 'uuid', round_id: 'uuid', entry_id: 'uuid', judge_id: 'uuid', submitted_at: 'timestamptz' }, sheets);
  await insertMany(c.tx, 'aspect', { district_id: 'uuid', id: 'uuid', round_id: 'uuid', entry_id: 'uuid', key: 'text', section: 'text', base: 'numeric', factor: 'numeric' }, aspects);
  await insertMany(c.tx, 'mark', { district_id: 'uuid', aspect_id: 'uuid', sheet_id: 'uuid', value: 'numeric' }, marks);
}
