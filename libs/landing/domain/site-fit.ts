/** A plot or a floor as it is offered; null where it is not known or does not apply. Units: m², kN/m², m, kVA, t and m³ a day, fen a month. */
export interface SiteOffer {
  readonly id: string;
  readonly kind: string;
  readonly area: number;
  readonly load: number | null;
  readonly height: number | null;
  readonly power: number | null;
  readonly water: number | null;
  readonly gas: number | null;
  /** The class of waste water and air that may be discharged, from 0 (none) up. */
  readonly discharge: number;
  readonly price: number | null;
}

/** What a project needs of a site. */
export interface SiteNeeds {
  readonly kind?: string;
  readonly area: number;
  readonly load?: number;
  readonly height?: number;
  readonly power?: number;
  readonly water?: number;
  readonly gas?: number;
  readonly discharge?: number;
  /** The most it pays, fen a month. */
  readonly price?: number;
}

export interface Weights {
  readonly area: number;
  readonly price: number;
  readonly reserve: number;
}
export const WEIGHTS: Weights = { area: 5, price: 3, reserve: 2 };

interface Exclusion {
  readonly need: string;
  readonly needed: number | string;
  readonly has: number | string | null;
}

export type Fit = { readonly site: string; readonly score: number; readonly parts: Readonly<Record<keyof Weights, number>> } | { readonly site: string; readonly excluded: readonly Exclusion[] };

const ATLEAST = ['area', 'load', 'height', 'power', 'water', 'gas', 'discharge'] as const;

/** The hard needs that a site does not meet; what is not known of it does not meet a need. */
function exclusionsOf(site: SiteOffer, needs: SiteNeeds): Exclusion[] {
  const short = ATLEAST.flatMap((need): Exclusion[] => {
    const [needed, has] = [needs[need], site[need]];
    return needed === undefined || needed === 0 || (has !== null && has >= needed) ? [] : [{ need, needed, has }];
  });
  const kind = needs.kind !== undefined && needs.kind !== site.kind ? [{ need: 'kind', needed: needs.kind, has: site.kind }] : [];
  const price = needs.price !== undefined && (site.price === null || site.price > needs.price) ? [{ need: 'price', needed: needs.price, has: site.price }] : [];
  return [...kind, ...short, ...price];
}

/**
 * How well a site that meets all needs suits, from 0 to 100 by declared weights: how little of its area is left over, how far
 * its price is under what would be paid, and how much of what else it offers is not more than needed.
 */
export function fitOf(site: SiteOffer, needs: SiteNeeds, weights: Weights = WEIGHTS): Fit {
  const excluded = exclusionsOf(site, needs);
  if (excluded.length > 0) return { site: site.id, excluded };
  const others = (['load', 'height', 'power', 'water', 'gas', 'discharge'] as const).flatMap((need) => (needs[need] !== undefined && needs[need] > 0 && site[need] ? [needs[need] / site[need]] : []));
  const parts = {
    area: needs.area / site.area,
    price: needs.price === undefined || site.price === null || needs.price === 0 ? 1 : 1 - site.price / needs.price,
    reserve: others.length === 0 ? 1 : others.reduce((sum, one) => sum + one, 0) / others.length,
  };
  const total = weights.area + weights.price + weights.reserve;
  const score = total === 0 ? 0 : (weights.area * parts.area + weights.price * parts.price + weights.reserve * parts.reserve) / total;
  const round = (value: number) => Math.round(1000 * value) / 10;
  return { site: site.id, score: round(score), parts: { area: round(parts.area), price: round(parts.price), reserve: round(parts.reserve) } };
}
