import { randomBytes } from 'node:crypto';

/** A new secret for a lot: 128 random bits, in hex. */
export const newSeed = (): string => randomBytes(16).toString('hex');
