import { command, Whole, Year } from '#platform';
import { notAnEnclave, sharesAgreed } from '../domain/park.js';
import { parkKind } from './kinds.js';

const SHARE = { min: 0, max: 10_000 } as const;

export class AgreeShares {
  @Year({ description: 'From this year on, until others are agreed on' }) year!: string;
  @Whole({ ...SHARE, description: 'The partner’s share of output, in basis points' }) output!: number;
  @Whole({ ...SHARE, description: 'Of tax' }) tax!: number;
  @Whole({ ...SHARE, description: 'Of the emission quota' }) emission!: number;
}

export const agreeShares = command({
  name: 'agree-shares',
  summary: 'Puts down what an enclave’s partners have agreed on from a year on: who counts which part of output, tax and emission quota.',
  on: parkKind,
  may: 'run',
  target: (input: AgreeShares & { park: string }) => input.park,
  async decide(c, { year, output, tax, emission }, { id, aggregate, kind }) {
    if (kind !== 'enclave') c.refuse(notAnEnclave);
    c.announce(aggregate, sharesAgreed({ park: id, year, output, tax, emission }));
    const shares = { output, tax, emission };
    await c.tx.enclaveShare.upsert({ where: { districtId_parkId_year: { districtId: c.district, parkId: id, year } }, create: { districtId: c.district, parkId: id, year, ...shares }, update: shares });
  },
});
