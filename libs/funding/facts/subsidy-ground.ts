import { firstDayOfPeriod, hundredths, lastDayOfPeriod, type Facts } from '#kernel';
import { figuresIn, firmOf, rentPaidBy } from '#incubation';
import { today, type Context } from '#platform';
import { groundMissing, periodNotOver, type SubsidyKind } from '../domain/subsidy.js';

export interface Ground {
  readonly ground: string;
  /** What the amount is counted from, in fen. */
  readonly base: bigint;
  readonly facts: Facts;
  readonly incubatee: string | null;
}

interface Asked {
  readonly project: string;
  readonly quarter?: string | undefined;
  readonly year?: string | undefined;
  readonly certificate?: string | undefined;
}

/** What a subsidy is asked for, as the service's own records have it: this quarter's rent, this year's research, this certificate. @throws Refused */
export async function groundOf(c: Context, kind: SubsidyKind, title: string | null, { project, quarter, year, certificate }: Asked): Promise<Ground> {
  const firm = await firmOf(c.tx, c.district, project);
  const withPlatform = firm !== null && ['admitted', 'graduated'].includes(firm.aggregate.state);
  if (kind === 'recognition') {
    if (certificate === undefined) return c.refuse(groundMissing, { what: 'certificate' });
    return { ground: `recognition:${title}:${certificate.trim().toUpperCase()}`, base: 0n, facts: { certificate: certificate.trim() !== '' }, incubatee: firm?.id ?? null };
  }
  const period = (kind === 'rent' ? quarter : year) ?? c.refuse(groundMissing, { what: kind === 'rent' ? 'quarter' : 'year' });
  const [from, to] = [firstDayOfPeriod(period), lastDayOfPeriod(period)];
  if (to >= (await today(c))) c.refuse(periodNotOver, { period });
  const ground = `${kind}:${project}:${period}`;
  if (!firm) return { ground, base: 0n, facts: { 'with-platform': false, base: 0 }, incubatee: null };
  if (kind === 'rent') {
    const base = await rentPaidBy(c.tx, c.district, firm.id, from, to);
    return { ground, base, facts: { 'with-platform': withPlatform, base: Number(base) }, incubatee: firm.id };
  }
  const { research = 0, revenue = 0 } = await figuresIn(c.tx, c.district, firm.id, period);
  // Research without any revenue is more than any share of it.
  const share = revenue === 0 ? (research > 0 ? 100 : 0) : hundredths((100 * research) / revenue);
  return { ground, base: BigInt(research), facts: { 'with-platform': withPlatform, base: research, 'research-share': share }, incubatee: firm.id };
}
