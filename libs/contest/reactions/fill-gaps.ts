import { assignInThread } from '#judging';
import { reaction, type Context } from '#platform';
import { pairKey } from '../domain/conflict.js';
import { entryDisputed, gapsFilled, gapsLeft, judgeDeclined, judgeReplaced, roundReopened, sheetGiven, sheetPulled } from '../domain/judging.js';
import { problemOf, suitability } from '../facts/assignment.js';
import { giveSheets } from '../facts/give-sheets.js';
import { roundEntries } from '../facts/round-entries.js';
import { planOfRound } from '../facts/round-plan.js';
import { pullSheet } from '../facts/pull-sheet.js';

/** What the events that leave a gap have in common. */
type Gap = { readonly call: string; readonly judge?: string; readonly why?: string };

/** Sheets that this reaction itself, or a leaving entry, has taken leave nothing to fill. */
const NO_GAP = ['declined', 'silent', 'moved', 'entry-out'];

export const fillGaps = reaction<Gap>({
  name: 'fill-gaps',
  summary: 'Finds others for what a judge no longer judges: with the fewest changes, around what is marked already.',
  on: [judgeDeclined, judgeReplaced, sheetPulled, roundReopened, entryDisputed],
  async react(c, { name, payload: { call, judge, why } }) {
    if (why !== undefined && NO_GAP.includes(why)) return;
    const rounds = await c.tx.round.findMany({ where: { districtId: c.district, callId: call, kind: 'judging', aggregate: { state: 'judging' } }, select: { id: true } });
    for (const { id } of rounds) await fillRound(c, id, name === sheetPulled.event ? null : (judge ?? null), name === judgeReplaced.event ? 'silent' : 'declined');
  },
});

async function fillRound(c: Context, id: string, leaving: string | null, why: 'silent' | 'declined'): Promise<void> {
  await c.lock(id);
  const round = await c.tx.round.findUniqueOrThrow({ where: c.key(id), include: { aggregate: true, call: true, sheets: { where: { pulled: null }, include: { aggregate: true } } } });
  if (round.aggregate.state !== 'judging') return;
  const plan = planOfRound(round);
  const left = round.sheets.filter(({ judgeId, submittedAt }) => judgeId === leaving && submittedAt === null);
  for (const sheet of left) await pullSheet(c, { ...sheet, round }, why);
  const live = round.sheets.filter((sheet) => !left.includes(sheet));
  const key = ({ entryId, judgeId }: { entryId: string; judgeId: string }) => pairKey(entryId, judgeId);
  const open = live.filter(({ submittedAt }) => submittedAt === null);
  const taken = await c.tx.scoreSheet.findMany({ where: { districtId: c.district, roundId: id, pulled: { not: null } } });
  const forbidden = new Set([...taken, ...left].map(key));

  // In rooms, and where all judge all, nobody else takes a judge's place: the office closes with the quorum.
  if (plan.seating !== 'assigned') return void (left.length > 0 && c.announce(round.aggregate, gapsLeft({ call: round.callId, callName: round.call.name, entries: left.length, places: left.length })));
  const suits = await suitability(c.tx, c.district, round.callId, { judged: await roundEntries(c.tx, c.district, round), panel: round.panel });
  const standing = await c.tx.standing.findMany({ where: { districtId: c.district, roundId: id, disputed: true }, select: { entryId: true } });
  const disputed = new Set(plan.spread?.then === 'judge' ? standing.map(({ entryId }) => entryId) : []);
  const fixed = live.filter(({ submittedAt }) => submittedAt !== null).map(({ entryId, judgeId }) => ({ entry: entryId, judge: judgeId }));
  const { problem, free } = problemOf(suits, { reviewsPerEntry: round.reviewsPerEntry, maxPerJudge: round.maxPerJudge, fixed, forbidden, disputed, kept: new Set(open.map(key)) });
  const found = await assignInThread(problem);
  const wanted = new Map(found.chosen.map((pair) => [pairKey(suits.entries[free[pair]!.entry]!, suits.judges[free[pair]!.judge]!.person), free[pair]!]));
  // Where not everyone can be replaced, nobody is moved about for it; sheets of entries that have just left are not ours to take.
  const inRound = new Set(suits.entries);
  const moved = found.feasible ? open.filter((sheet) => inRound.has(sheet.entryId) && !wanted.has(key(sheet))) : [];
  const kept = new Set(open.map(key));
  const needs = new Map(suits.entries.map((entry) => [entry, round.reviewsPerEntry + (disputed.has(entry) ? 1 : 0) - live.filter(({ entryId }) => entryId === entry).length]));
  const added = [...wanted.values()]
    .map(({ entry, judge }) => ({ entry: suits.entries[entry]!, judge: suits.judges[judge]!.person }))
    .filter(({ entry, judge }) => !kept.has(pairKey(entry, judge)) && (found.feasible || takeOne(needs, entry)));
  for (const sheet of moved) await pullSheet(c, { ...sheet, round }, 'moved');
  await giveSheets(c, id, added);

  const facts = { call: round.callId, callName: round.call.name };
  const told = [...Map.groupBy(added, ({ judge }) => judge)].map(([judge, sheets]) => sheetGiven({ ...facts, judge, sheets: sheets.length }));
  const filled = added.length > 0 ? [gapsFilled({ ...facts, added: added.length, moved: moved.length }), ...told] : [];
  const places = found.feasible ? 0 : [...found.shortage.short.values()].reduce((sum, n) => sum + n, 0);
  const unfilled = found.feasible ? [] : [gapsLeft({ ...facts, entries: found.shortage.short.size, places })];
  if (filled.length + unfilled.length > 0) c.announce(round.aggregate, ...filled, ...unfilled);
}

function takeOne(needs: Map<string, number>, entry: string): boolean {
  const n = needs.get(entry) ?? 0;
  needs.set(entry, n - 1);
  return n > 0;
}
