import { personMerged, profileChanged, tieDeclared } from '#identity';
import { reaction, type Context } from '#platform';
import { memberJoined } from '#project';
import { conflictDeclared } from '../domain/judging.js';
import { conflictsAmong } from '../facts/conflict-facts.js';
import { mergeJudge } from '../facts/merge-judge.js';
import { pullSheet } from '../facts/pull-sheet.js';
import { judgeAgain } from '../facts/score-again.js';

/** What the events that may make a conflict say of whom they concern. */
type Concerned = { readonly person?: string; readonly judge?: string; readonly into?: string };

export const pullConflicts = reaction<Concerned>({
  name: 'pull-conflicts',
  summary: 'Takes the sheets of judges who turn out to be in conflict, drops their marks, and so asks for others.',
  on: [tieDeclared, profileChanged, personMerged, memberJoined, conflictDeclared],
  async react(c, { project, payload: { person, judge, into } }) {
    if (person !== undefined && into !== undefined) await mergeJudge(c, person, into);
    const team = project === null ? [] : await c.tx.roleGrant.findMany({ where: { districtId: c.district, role: 'team', scopeId: project } });
    const own = await c.tx.roleGrant.findMany({ where: { districtId: c.district, role: 'team', personId: into ?? person ?? judge ?? c.district } });
    const people = [into ?? person ?? judge ?? c.district, ...team.map(({ personId }) => personId)];
    await recheck(c, people, [...(project === null ? [] : [project]), ...own.map(({ scopeId }) => scopeId)]);
  },
});

/** Looks again at every live sheet of these people and of these projects' entries. */
async function recheck(c: Context, people: readonly string[], projects: readonly string[]): Promise<void> {
  const sheets = await c.tx.scoreSheet.findMany({
    where: {
      ...{ districtId: c.district, pulled: null, OR: [{ judgeId: { in: [...people] } }, { entry: { projectId: { in: [...projects] } } }] },
      round: { aggregate: { state: { in: ['judging', 'closed', 'ranked'] } }, call: { aggregate: { state: { in: ['closed', 'judging'] } } } },
    },
    include: { aggregate: true, round: true },
    orderBy: { id: 'asc' },
  });
  const rounds = Map.groupBy(sheets, ({ roundId }) => roundId);
  for (const [round, ofRound] of rounds) {
    const between = await conflictsAmong(c.tx, c.district, ofRound[0]!.round.callId, { entries: ofRound.map(({ entryId }) => entryId), people: ofRound.map(({ judgeId }) => judgeId) });
    const wrong = ofRound.filter(({ judgeId, entryId }) => between(entryId, judgeId)!.length > 0);
    if (wrong.length === 0) continue;
    for (const sheet of wrong) await pullSheet(c, sheet, 'conflict');
    await judgeAgain(c, round, wrong.map(({ entryId }) => entryId));
  }
}
