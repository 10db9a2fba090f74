import type { SiteOffer } from '../domain/site-fit.js';

type SiteRow = Omit<SiteOffer, 'price'> & { readonly price: bigint | null };

/** A row as what it offers, without what else the row has. */
export const offerOf = ({ id, kind, area, load, height, power, water, gas, discharge, price }: SiteRow): SiteOffer => ({ id, kind, area, load, height, power, water, gas, discharge, price: price === null ? null : Number(price) });
