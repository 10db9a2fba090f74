import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { enter, inviteJudges, openCall } from './chain.js';
import type { TestService } from './service.js';

export interface JudgedRound {
  readonly office: Visitor;
  readonly judges: readonly Visitor[];
  readonly entries: readonly string[];
  readonly call: string;
  readonly round: string;
}

/** A call with `entries` entries whose round is open: `judges` judges have a sheet for each. */
export async function openedRound(service: TestService, entries: number, judges: number): Promise<JudgedRound> {
  const office = await service.office();
  const call = await openCall(office);
  const entered = [];
  for (let n = 1; n <= entries; n++) entered.push((await enter(service, call, `team${n}`)).entry);
  await service.moveTo('2025-04-12T09:00:00+08:00');
  const people = await inviteJudges(service, office, call, judges);
  const { id: round } = await office.post(`/calls/${call}/rounds`, { name: '网评', reviewsPerEntry: judges, maxPerJudge: entries });
  await service.settle();
  await office.post(`/rounds/${round}/open`);
  await service.settle();
  return { office, judges: people, entries: entered, call, round };
}
