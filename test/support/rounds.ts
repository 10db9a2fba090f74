import type { Visitor } from '../../apps/cli/demo/visitor.js';
import type { SheetItem } from './chain.js';
import type { TestService } from './service.js';

/** A round that is begun, worked out and opened. */
export async function openRound(service: TestService, office: Visitor, call: string, terms: object = {}): Promise<string> {
  const { id } = await office.post(`/calls/${call}/rounds`, { ...terms });
  await service.settle();
  await office.post(`/rounds/${id}/open`);
  await service.settle();
  return id;
}

export const sheetsOf = async (judge: Visitor, round: string): Promise<(SheetItem & { round: string })[]> => (await judge.all<SheetItem & { round: string }>('/score-sheets')).filter((sheet) => sheet.round === round);

/** Marks of every criterion of a sheet alike. */
export const marksOf = (rubric: readonly { key: string }[], mark: number, comment?: string) => rubric.map(({ key }) => ({ criterion: key, mark, ...(comment !== undefined && { comment }) }));

/** Marks all open sheets of a round. */
export async function markAll(service: TestService, judges: readonly Visitor[], round: string, rubric: readonly { key: string }[], mark: (entry: string, judge: number) => number): Promise<void> {
  for (const [j, judge] of judges.entries())
    for (const { id, state, entry } of await sheetsOf(judge, round)) if (state !== 'submitted') await judge.post(`/score-sheets/${id}/submit`, { marks: marksOf(rubric, mark(entry.id, j)) });
  await service.settle();
}

export interface RoundShown {
  readonly state: string;
  readonly standings: { entry: string; title: string; total: string | null; rank: number | null; tied: boolean; disputed: boolean; room: string | null; slot: number | null; goesOn: boolean | null }[];
}

export const roundShown = (office: Visitor, round: string): Promise<RoundShown> => office.get<RoundShown>(`/rounds/${round}`);
