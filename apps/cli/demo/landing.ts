import { daysAfter } from '#kernel';
import type { Cast } from './cast.js';
import type { Firm } from './incubation.js';
import type { Stage } from './stage.js';

interface Landed {
  readonly deal: string;
  readonly firm: Firm;
  readonly park: number;
  yearly: number;
}

const YUAN = 100;
/** What must be on file for each step. */
export const PAPERS: Readonly<Record<string, readonly string[]>> = { negotiate: ['meeting-note'], sign: ['agreement'], 'break-ground': ['building-permit', 'photo'], complete: ['acceptance', 'photo'], 'start-production': ['invoice'], 'reach-capacity': ['output-report'] };

/** Graduates declare their intent and sign for a site. */
export async function land(stage: Stage, { parks }: Cast, firms: readonly Firm[], on: string): Promise<Landed[]> {
  await stage.moveTo(on);
  const landed: Landed[] = [];
  for (const [i, firm] of firms.entries()) {
    const park = i % parks.length;
    const { id, manager, sites } = parks[park]!;
    const promised = { investment: 20_000_000 * YUAN, output: 30_000_000 * YUAN, tax: 1_500_000 * YUAN, jobs: 60 };
    const deal = (await firm.team.post(`/parks/${id}/deals`, { project: firm.project, firm: firm.firm, industry: 'industry', ...promised, investedBy: daysAfter(on, 400), yieldBy: daysAfter(on, 300), consequences: [{ belowPercent: 80, follows: '按协议收回差额优惠（示例）' }], needs: { area: 1500 + 300 * (i % 6), power: 200 } })).id;
    await manager.post(`/deals/${deal}/plan`, { steps: [{ step: 'sign', on }, ...[['break-ground', 60], ['complete', 200], ['start-production', 260], ['reach-capacity', 500]].map(([step, days]) => ({ step, on: daysAfter(on, days as number) }))] });
    const site = sites.shift();
    if (site === undefined || i % 5 === 4) continue;
    await manager.post(`/deals/${deal}/sign`, { site, on, evidence: await manager.prove(deal, 'agreement') });
    await firm.team.addDocument(firm.project, '入园合同.txt', `${firm.firm} 入园合同（示例）`);
    landed.push({ deal, firm, park, yearly: (6_000_000 + 4_000_000 * stage.chance()) * YUAN });
  }
  return landed;
}

export async function advance(stage: Stage, { parks }: Cast, landed: readonly Landed[], step: string, on: string): Promise<void> {
  await stage.moveTo(on);
  for (const { deal, park } of landed) {
    const { manager } = parks[park]!;
    await manager.post(`/deals/${deal}/advance`, { step, on, evidence: await manager.prove(deal, ...PAPERS[step]!) });
  }
}

/** A quarter's output, tax and jobs of every plant. */
export async function produce(stage: Stage, landed: readonly Landed[], quarter: string, on: string): Promise<void> {
  await stage.moveTo(on);
  for (const plant of landed) {
    const output = Math.round(plant.yearly);
    await plant.firm.team.post(`/deals/${plant.deal}/yields`, { quarter, output, tax: Math.round(output * 0.05), jobs: 20 + Math.round(output / (500_000 * YUAN)) });
    plant.yearly *= 1.15;
  }
  await stage.settle();
}
