import type { Context } from '#platform';
import { pullSheet } from './pull-sheet.js';

/** What one person had as a judge goes over to the one he turned out to be; where both had it, the latter's stays. */
export async function mergeJudge(c: Context, person: string, into: string): Promise<void> {
  const of = { districtId: c.district };
  const own = new Set((await c.tx.judgeInvitation.findMany({ where: { ...of, judgeId: into } })).map(({ callId }) => callId));
  await c.tx.judgeInvitation.updateMany({ where: { ...of, judgeId: person, callId: { notIn: [...own] } }, data: { judgeId: into } });
  const held = new Set((await c.tx.scoreSheet.findMany({ where: { ...of, judgeId: into } })).map(({ roundId, entryId }) => `${roundId} ${entryId}`));
  const sheets = await c.tx.scoreSheet.findMany({ where: { ...of, judgeId: person }, include: { aggregate: true, round: true } });
  for (const sheet of sheets)
    if (!held.has(`${sheet.roundId} ${sheet.entryId}`)) await c.tx.scoreSheet.update({ where: c.key(sheet.id), data: { judgeId: into } });
    else if (sheet.pulled === null) await pullSheet(c, sheet, 'conflict');
  await c.tx.$executeRaw`INSERT INTO bid SELECT district_id, call_id, ${into}::uuid, entry_id, bid FROM bid WHERE district_id = ${c.district}::uuid AND judge_id = ${person}::uuid ON CONFLICT DO NOTHING`;
  await c.tx.$executeRaw`INSERT INTO conflict SELECT district_id, call_id, entry_id, ${into}::uuid, source, reason, at FROM conflict WHERE district_id = ${c.district}::uuid AND judge_id = ${person}::uuid ON CONFLICT DO NOTHING`;
  await c.tx.$executeRaw`
    UPDATE comparison m SET judge_id = ${into}::uuid WHERE m.district_id = ${c.district}::uuid AND m.judge_id = ${person}::uuid
      AND NOT EXISTS (SELECT 1 FROM comparison o WHERE o.district_id = m.district_id AND o.round_id = m.round_id AND o.judge_id = ${into}::uuid AND o.better IN (m.better, m.worse) AND o.worse IN (m.better, m.worse))`;
  await c.tx.$executeRaw`
    UPDATE round SET panel = array_replace(panel, ${person}::uuid, ${into}::uuid), rooms = replace(rooms::text, ${person}, ${into})::jsonb
    WHERE district_id = ${c.district}::uuid AND (panel @> ARRAY[${person}::uuid] OR rooms::text LIKE ${`%${person}%`})`;
  await c.tx.$executeRaw`UPDATE meeting SET members = array_replace(members, ${person}::uuid, ${into}::uuid) WHERE district_id = ${c.district}::uuid AND members @> ARRAY[${person}::uuid]`;
  await c.tx.bid.deleteMany({ where: { ...of, judgeId: person } });
  await c.tx.conflict.deleteMany({ where: { ...of, judgeId: person } });
  if ((await c.tx.judge.count({ where: { ...of, personId: into } })) === 0) await c.tx.judge.updateMany({ where: { ...of, personId: person }, data: { personId: into } });
}
