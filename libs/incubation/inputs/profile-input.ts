import { Amount, Choice, Flag, Text } from '#platform';
import { FOUNDER_KINDS, type FirmProfile } from '../domain/profile.js';

/** What the yearly statistics ask of a firm beyond its reports. */
export class ProfileInput implements FirmProfile {
  @Text({ optional: true, max: 60, description: 'Industry as in GB/T 4754' }) industry?: string;
  @Text({ optional: true, max: 60, description: 'Registration type' }) registrationType?: string;
  @Text({ optional: true, max: 60, description: 'General or small-scale taxpayer' }) taxpayerType?: string;
  @Amount({ optional: true, description: 'Registered capital, in fen' }) registeredCapital?: number;
  @Flag({ optional: true }) highTech?: boolean;
  @Choice(FOUNDER_KINDS, { optional: true }) founderKind?: (typeof FOUNDER_KINDS)[number];
  @Flag({ optional: true }) serialFounder?: boolean;
  @Choice(['female', 'male'], { optional: true }) founderSex?: 'female' | 'male';
}
