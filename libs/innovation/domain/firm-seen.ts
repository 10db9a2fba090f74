import { metricKind, type MetricValue } from './metrics.js';

/** A paper of a firm's registers: intellectual property and the like. */
export interface PaperSeen {
  readonly register: string;
  readonly kind: string;
  readonly on: string;
  readonly until: string | null;
  readonly own: boolean;
  readonly inUse: boolean;
  readonly highValue: boolean;
  /** In fen. */
  readonly amount: number | null;
}

export interface CertificateSeen {
  readonly key: string;
  readonly issuedOn: string;
  readonly expiresOn: string | null;
  /** The day on which it was cancelled. */
  readonly endedOn: string | null;
}

/** A firm as it is known at one moment; figures of years and quarters by `metric period`. */
export interface FirmSeen {
  readonly id: string;
  readonly name: string;
  readonly registeredOn: string | null;
  readonly industry: string | null;
  readonly years: ReadonlyMap<string, MetricValue>;
  readonly standing: ReadonlyMap<string, MetricValue>;
  readonly papers: readonly PaperSeen[];
  readonly certificates: readonly CertificateSeen[];
  readonly appliedBefore: boolean;
}

const STOCKS = ['net-assets', 'total-assets', 'liabilities'];

/** A year's figure; where only its four quarters are known, money adds up, and what is owned or owed is that of the last. People and points are yearly by their definitions. */
export function ofYear({ years }: FirmSeen, metric: string, year: number): number | undefined {
  const of = (period: string): number | undefined => {
    const value = years.get(`${metric} ${period}`);
    return typeof value === 'number' ? value : undefined;
  };
  const whole = of(String(year));
  if (whole !== undefined || metricKind(metric)?.unit !== 'fen') return whole;
  if (STOCKS.includes(metric)) return of(`${year}-Q4`);
  const quarters = [1, 2, 3, 4].map((quarter) => of(`${year}-Q${quarter}`));
  return quarters.some((value) => value === undefined) ? undefined : (quarters as number[]).reduce((sum, value) => sum + value, 0);
}

/** Class I is examined before it is granted; class II is registered. */
export const CLASS_ONE = ['invention', 'plant-variety', 'national-drug', 'tcm-protection', 'circuit-layout', 'defence-patent', 'national-crop-variety'] as const;
export const CLASS_TWO = ['utility-model', 'design', 'software'] as const;
export const IP_KINDS = [...CLASS_ONE, ...CLASS_TWO] as const;

/** The IP that is valid on a day. */
export const validIp = ({ papers }: FirmSeen, day: string): PaperSeen[] => papers.filter(({ register, on, until }) => register === 'ip' && on <= day && (until === null || until >= day));

/** Whether a certificate of one of `keys` holds on a day. */
export const holdsOn = ({ certificates }: FirmSeen, day: string, ...keys: readonly string[]): boolean => certificates.some(({ key, issuedOn, expiresOn, endedOn }) => keys.includes(key) && issuedOn <= day && (expiresOn === null || expiresOn >= day) && (endedOn === null || endedOn > day));
