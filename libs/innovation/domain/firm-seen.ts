import type { MetricValue } from './metrics.js';

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

/** A firm as it is known at one moment; a year's figures by `metric year`. */
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

export const ofYear = ({ years }: FirmSeen, metric: string, year: number): number | undefined => {
  const value = years.get(`${metric} ${year}`);
  return typeof value === 'number' ? value : undefined;
};

/** Class I is examined before it is granted; class II is registered. */
export const CLASS_ONE = ['invention', 'plant-variety', 'national-drug', 'tcm-protection', 'circuit-layout', 'defence-patent', 'national-crop-variety'] as const;
export const CLASS_TWO = ['utility-model', 'design', 'software'] as const;
export const IP_KINDS = [...CLASS_ONE, ...CLASS_TWO] as const;

/** The IP that is valid on a day. */
export const validIp = ({ papers }: FirmSeen, day: string): PaperSeen[] => papers.filter(({ register, on, until }) => register === 'ip' && on <= day && (until === null || until >= day));

/** Whether a certificate of one of `keys` holds on a day. */
export const holdsOn = ({ certificates }: FirmSeen, day: string, ...keys: readonly string[]): boolean => certificates.some(({ key, issuedOn, expiresOn, endedOn }) => keys.includes(key) && issuedOn <= day && (expiresOn === null || expiresOn >= day) && (endedOn === null || endedOn > day));
