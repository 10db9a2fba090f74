import { daysAfter } from '#kernel';
import { bar } from '../output.js';
import type { Cast } from './cast.js';
import type { Winner } from './edition.js';
import type { Stage } from './stage.js';
import { Problem } from './visitor.js';

/** A winner in incubation, and how fast it grows. */
export interface Firm extends Winner {
  readonly incubatee: string;
  platform: number;
  readonly growth: number;
  readonly admitted: string;
  graduated: boolean;
  revenue: number;
}

const YUAN = 100;

/** Winners take up the offer (all but the last), and platforms admit them under a contract: two years in the maker space, three elsewhere. */
export async function admit(stage: Stage, { office, platforms, fund }: Cast, winners: readonly Winner[], from: string): Promise<Firm[]> {
  await stage.moveTo(from);
  const firms: Firm[] = [];
  for (const [i, winner] of winners.entries()) {
    const offer = (await winner.team.all<{ id: string; project: string; state: string }>('/incubatees')).find(({ project, state }) => project === winner.project && state === 'offered');
    if (!offer) throw new Error(`${winner.firm} has no offer`);
    const accept = i < winners.length - 1 || winners.length < 3;
    await winner.team.post(`/incubatees/${offer.id}/answer`, { accept });
    if (!accept) continue;
    const platform = i % platforms.length;
    const { id, manager } = platforms[platform]!;
    await manager.post(`/platforms/${id}/admissions`, { incubatee: offer.id, firm: winner.firm, registeredOn: `${Number(from.slice(0, 4)) - 1}${from.slice(4)}`, from, to: daysAfter(`${Number(from.slice(0, 4)) + (platform === 0 ? 2 : 3)}${from.slice(4)}`, -1), facts: { 'new-technology': true, 'registered-and-working-here': true } });
    await manager.post(`/incubatees/${offer.id}/milestones`, { title: '完成样机', dueOn: `${Number(from.slice(0, 4)) + 1}-03-31` });
    const growth = 0.15 + 0.45 * stage.chance();
    firms.push({ ...winner, incubatee: offer.id, platform, growth, admitted: from, graduated: false, revenue: 600_000 * YUAN });
    if (stage.chance() < 0.7) await invest(office, fund, winner, (500_000 + 100_000 * Math.floor(5 * stage.chance())) * YUAN, from);
    stage.note(`${bar(i + 1, winners.length)} winners`);
  }
  return firms;
}

/** Capital is drawn for what the fund’s committee has decided, and paid to the firm. */
async function invest(office: Cast['office'], fund: string, { project, firm }: Winner, amount: number, on: string): Promise<void> {
  await office.post(`/funds/${fund}/drawdowns`, { amount, on, reference: `实缴 ${firm}` });
  await office.post(`/funds/${fund}/investments`, { project, amount, instrument: 'equity', preMoney: 9 * amount, paidOn: on, paper: '示例投决会纪要' });
}

/** A quarter's reports, and the milestone that falls in it. */
export async function report(stage: Stage, firms: readonly Firm[], quarter: string, on: string): Promise<void> {
  await stage.moveTo(on);
  for (const [i, firm] of firms.entries()) {
    const late = stage.chance() < 0.08;
    if (late) continue;
    firm.revenue = Math.round(firm.revenue * (1 + firm.growth));
    await firm.team.post(`/incubatees/${firm.incubatee}/reports`, { period: quarter, figures: { revenue: firm.revenue, research: Math.round(firm.revenue * 0.12), staff: 8 + Math.round(firm.revenue / (400_000 * YUAN)), validIp: 2 + i % 4 } });
    const { milestones } = await firm.team.get<{ milestones: { id: string; dueOn: string; reachedOn: string | null }[] }>(`/incubatees/${firm.incubatee}`);
    for (const { id, dueOn, reachedOn } of milestones) if (reachedOn === null && dueOn < on) await firm.team.post(`/incubatees/${firm.incubatee}/milestones/${id}/reach`, { on });
    stage.note(`${quarter} ${bar(i + 1, firms.length)} reports`);
  }
  await stage.settle();
}

/** Managers try to graduate every firm; the rule says who is ready, and how far the others are. */
export async function graduate(stage: Stage, { platforms }: Cast, firms: readonly Firm[]): Promise<{ graduated: number; refused: number }> {
  let refused = 0;
  for (const firm of firms.filter(({ graduated }) => !graduated)) {
    try {
      await platforms[firm.platform]!.manager.post(`/incubatees/${firm.incubatee}/graduate`, { facts: {} });
      firm.graduated = true;
    } catch (error) {
      if (!(error instanceof Problem) || error.body.code !== 'graduation:unmet') throw error;
      refused++;
    }
  }
  await stage.settle();
  return { graduated: firms.filter(({ graduated }) => graduated).length, refused };
}
