/** Into how many parts a judge's place is divided, and how many of them one pair may take: 1 and 1 where pairs are whole. */
export interface Shares {
  readonly unit: number;
  readonly most: number;
}

export const WHOLE: Shares = { unit: 1, most: 1 };
