import { command, districtKind, insertMany, newId, newSeed, type Context } from '#platform';
import { commitmentTo } from '#judging';
import { callKind, contestKind, entryKind, roundKind, sheetKind } from '../commands/kinds.js';
import { contestSetUp, editionExists } from '../domain/call.js';
import { entryImported } from '../domain/entry.js';
import { roundClosed } from '../domain/judging.js';
import type { RoundPlan } from '../domain/round-plan.js';
import type { ScoredEdition } from './edition-file.js';

export const importEdition = command({
  name: 'import-edition',
  summary: 'Brings in an edition that was scored on paper or elsewhere, as an archived contest; jobs then rank it as any other, and it is audited like one.',
  on: districtKind,
  may: 'import',
  exclusive: false,
  target: (_: ScoredEdition, district) => district,
  async decide(c, edition) {
    const { contest: name, edition: number, group } = edition;
    if (await c.tx.contest.findUnique({ where: { districtId_name_edition: { districtId: c.district, name, edition: number } } })) c.refuse(editionExists, { name, edition: number });
    const of = { districtId: c.district };
    const plan = planOfEdition(edition);
    const contest = c.create(contestKind.kind, { to: 'archived', events: [contestSetUp({ name, edition: number })] });
    await c.tx.contest.create({ data: { ...of, id: contest, name, edition: number } });
    const call = c.create(callKind.kind, { to: 'archived', events: [] });
    await c.tx.call.create({ data: { ...of, id: call, contestId: contest, name: group, group: 'archive', eligibilityRule: 'none', closesAt: c.now, plans: [plan as object], shortlist: edition.shortlist, awards: edition.awards, announceDays: 0 } });
    const round = c.create(roundKind.kind, { to: 'closed', events: [roundClosed({ call })] });
    await c.tx.round.create({ data: { ...of, id: round, callId: call, name: edition.round, plan: plan as object } });
    const seed = newSeed();
    await c.tx.draw.create({ data: { ...of, roundId: round, purpose: 'lot', seed, commitment: commitmentTo(seed) } });
    await makeSheets(c, { round, plan }, edition, await makeEntries(c, call, edition), await makeJudges(c, edition));
    return { id: contest, call, round };
  },
});

const planOfEdition = ({ round, criteria, scoring, places, drop, dropFrom }: ScoredEdition): RoundPlan => ({
  ...{ key: 'round-1', name: round, way: 'scored', seating: 'all', scoring, places, drop, dropFrom, ties: [], quorum: 1, wildcards: 0, veto: false, discussion: false },
  rubric: criteria.map(({ key, name, weight }) => ({ key, name, weight, min: -1000, max: 1000, step: 0.01 })),
});

async function organisations(c: Context, names: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(names.flatMap((name) => name ?? []))];
  await c.tx.organisation.createMany({ data: wanted.map((name) => ({ districtId: c.district, id: newId(), name })), skipDuplicates: true });
  return new Map((await c.tx.organisation.findMany({ where: { districtId: c.district, name: { in: wanted } } })).map(({ name, id }) => [name, id]));
}

async function makeEntries(c: Context, call: string, { entries }: ScoredEdition): Promise<Map<string, { entry: string; project: string }>> {
  const known = await organisations(c, entries.map(({ organisation }) => organisation));
  const made = new Map<string, { entry: string; project: string }>();
  const [projects, rows]: [(string | null)[][], (string | null)[][]] = [[], []];
  for (const { key, title, organisation, field } of entries) {
    const project = newId();
    c.create('project', { to: 'open', events: [] }, { id: project, project });
    const entry = c.create(entryKind.kind, { to: 'archived', events: [entryImported({ call, title })] }, { project });
    made.set(key, { entry, project });
    projects.push([c.district, project, title, organisation, organisation === null ? null : known.get(organisation)!]);
    rows.push([c.district, entry, call, project, title, '', organisation, field, JSON.stringify({ number: key }), 'false']);
  }
  await insertMany(c.tx, 'project', { district_id: 'uuid', id: 'uuid', title: 'text', firm: 'text', organisation_id: 'uuid' }, projects);
  await insertMany(c.tx, 'entry', { district_id: 'uuid', id: 'uuid', call_id: 'uuid', project_id: 'uuid', title: 'text', abstract: 'text', organisation: 'text', field: 'text', facts: 'jsonb', award: 'bool' }, rows);
  return made;
}

async function makeJudges(c: Context, { judges }: ScoredEdition): Promise<Map<string, string>> {
  const known = await organisations(c, judges.map(({ organisation }) => organisation));
  const made = new Map(judges.map(({ key }) => [key, c.create('person', { to: 'active', events: [] })]));
  await insertMany(c.tx, 'person', { district_id: 'uuid', id: 'uuid', name: 'text', organisation_id: 'uuid', language: 'text' }, judges.map(({ key, name, organisation }) => [c.district, made.get(key)!, name, organisation === null ? null : known.get(organisation)!, 'zh']));
  return made;
}

async function makeSheets(c: Context, { round, plan }: { round: string; plan: RoundPlan }, { sheets }: ScoredEdition, entries: ReadonlyMap<string, { entry: string; project: string }>, judges: ReadonlyMap<string, string>): Promise<void> {
  await insertMany(c.tx, 'standing', { district_id: 'uuid', round_id: 'uuid', entry_id: 'uuid' }, [...entries.values()].map(({ entry }) => [c.district, round, entry]));
  const aspects = new Map([...entries.values()].flatMap(({ entry }) => plan.rubric.map((criterion) => [`${entry} ${criterion.key}`, { id: newId(), entry, criterion }] as const)));
  await insertMany(c.tx, 'aspect', { district_id: 'uuid', id: 'uuid', round_id: 'uuid', entry_id: 'uuid', key: 'text', section: 'text', base: 'numeric', factor: 'numeric' }, [...aspects.values()].map(({ id, entry, criterion }) => [c.district, id, round, entry, criterion.key, 'criteria', '0', String(criterion.weight)]));
  const made = sheets.map((sheet) => ({ ...sheet, ...entries.get(sheet.entry)!, id: newId(), person: judges.get(sheet.judge)! }));
  for (const { id, project } of made) c.create(sheetKind.kind, { to: 'submitted', events: [] }, { id, project });
  await insertMany(c.tx, 'score_sheet', { district_id: 'uuid', id: 'uuid', round_id: 'uuid', entry_id: 'uuid', judge_id: 'uuid', submitted_at: 'timestamptz' }, made.map(({ id, entry, person }) => [c.district, id, round, entry, person, c.now.toISOString()]));
  await insertMany(c.tx, 'mark', { district_id: 'uuid', aspect_id: 'uuid', sheet_id: 'uuid', value: 'numeric' }, made.flatMap(({ id, entry, marks }) => marks.map((mark, n) => [c.district, aspects.get(`${entry} ${plan.rubric[n]!.key}`)!.id, id, String(mark)])));
}
