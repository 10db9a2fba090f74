export const FOUNDER_KINDS = ['student', 'scientist', 'returnee', 'large-firm', 'other'] as const;

/** What the Torch Centre's statistics ask of a firm that no report says; money in fen. */
export interface FirmProfile {
  readonly industry?: string;
  readonly registrationType?: string;
  readonly taxpayerType?: string;
  readonly registeredCapital?: number;
  readonly highTech?: boolean;
  readonly founderKind?: (typeof FOUNDER_KINDS)[number];
  readonly serialFounder?: boolean;
  readonly founderSex?: 'female' | 'male';
}
