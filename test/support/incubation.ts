import type { Visitor } from '../../apps/cli/demo/visitor.js';
import type { TestService } from './service.js';

export const CHECKED = { 'new-technology': true, 'registered-and-working-here': true };
export const FIGURES = { revenue: 100_000_000, research: 12_000_000, staff: 12, validIp: 2, spending: 90_000_000, cash: 300_000_000 };

export interface Host {
  readonly id: string;
  readonly manager: Visitor;
}

/** A platform with a manager of its own. */
export async function openPlatform(service: TestService, office: Visitor, name: string, kind: string, more: object = {}): Promise<Host> {
  const { id } = await office.post('/platforms', { name, kind, level: 'municipal', ...more });
  const manager = await service.visitor(`manager-${id.slice(-6)}`).signUp();
  await office.post(`/people/${manager.id}/roles`, { role: 'platform-manager', scope: id });
  return { id, manager };
}

export interface FirmIn {
  readonly id: string;
  readonly project: string;
  readonly team: Visitor;
}

/** A firm that its platform enters, with someone of it who has taken up his account. */
export async function firmIn(service: TestService, office: Visitor, { id, manager }: Host, name: string, more: object = {}): Promise<FirmIn> {
  const entered = await manager.post<{ id: string; project: string }>(`/platforms/${id}/incubatees`, { project: `${name}的项目`, firm: name, registeredOn: '2024-06-01', from: '2025-03-03', to: '2028-03-02', facts: CHECKED, ...more });
  const team = await service.visitor(`team-${entered.id.slice(-8)}`).signUp();
  await office.post(`/people/${team.id}/roles`, { role: 'team', scope: entered.project });
  return { ...entered, team };
}

/** The check character that makes a code of 17 characters a unified social credit code (GB 32100-2015). */
export function creditCode(body: string): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const sum = [...body].reduce((total, character, n) => total + alphabet.indexOf(character) * (3 ** n % 31), 0);
  return body + alphabet[(31 - (sum % 31)) % 31]!;
}
