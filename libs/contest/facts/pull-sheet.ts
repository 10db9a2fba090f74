import type { Announcement } from '#kernel';
import type { Context } from '#platform';
import { sheetMachine, sheetPulled } from '../domain/judging.js';
import type { SheetRow } from '../commands/kinds.js';

type Pulled = Pick<SheetRow, 'aggregate' | 'id' | 'roundId' | 'entryId' | 'judgeId'> & { readonly round: { readonly callId: string } };

/** Why a sheet was taken from its judge. */
export type Why = 'conflict' | 'declined' | 'silent' | 'moved' | 'entry-out';

/** Takes a sheet from its judge: it stays on record, and its marks leave the result. Those of an entry that is out as a whole are kept, should it come back. */
export async function pullSheet(c: Context, { aggregate, id, roundId, entryId, judgeId, round }: Pulled, why: Why, also: readonly Announcement[] = []): Promise<void> {
  c.move(aggregate, sheetMachine.take('pull', aggregate.state, {}, [sheetPulled({ call: round.callId, round: roundId, entry: entryId, judge: judgeId, why }), ...also]));
  await c.tx.scoreSheet.update({ where: c.key(id), data: { pulled: why } });
  if (why !== 'entry-out') await c.tx.mark.deleteMany({ where: { districtId: c.district, sheetId: id } });
}
