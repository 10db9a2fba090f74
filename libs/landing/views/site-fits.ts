import { Injectable } from '@nestjs/common';
import { refuse } from '#kernel';
import { Calendar, Database, notFound, Permissions, type Actor } from '#platform';
import { fitOf, WEIGHTS, type SiteNeeds, type Weights } from '../domain/site-fit.js';
import { offerOf } from './site-offer.js';

/** Free sites for a deal, and deals for a free site. */
@Injectable()
export class SiteFitsView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly calendar: Calendar,
  ) {}

  /** Free sites for a deal's needs: those that meet them by how well they suit, the others with what each lacks. */
  async sitesFor(actor: Actor, id: string, given: { readonly [K in keyof Weights]?: Weights[K] | undefined }) {
    const { prisma } = this.database;
    const deal = await prisma.deal.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Deal'), { id }] } });
    if (!deal) return refuse(notFound, { kind: 'deal', id });
    const weights: Weights = { area: given.area ?? WEIGHTS.area, price: given.price ?? WEIGHTS.price, reserve: given.reserve ?? WEIGHTS.reserve };
    const needs = deal.needs as SiteNeeds | null;
    if (needs === null) return { needs, weights, fitting: [], excluded: [] };
    const today = this.calendar.today();
    // A site that is kept for this very deal is still open to it.
    const open = { aggregate: { state: 'free' }, holds: { none: { dealId: { not: id }, OR: [{ until: null }, { until: { gte: today } }] } } };
    const sites = await prisma.site.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Site'), open] }, orderBy: { code: 'asc' } });
    const fits = sites.map((site) => ({ code: site.code, park: site.parkId, ...fitOf(offerOf(site), needs, weights) }));
    return { needs, weights, fitting: fits.filter((fit) => 'score' in fit).sort((a, b) => b.score - a.score), excluded: fits.filter((fit) => 'excluded' in fit) };
  }

  /** Deals that have no site yet: who would fit this one, the best first, and what the others would miss here. */
  async dealsFor(actor: Actor, id: string) {
    const { prisma } = this.database;
    const site = await prisma.site.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Site'), { id }] } });
    if (!site) return refuse(notFound, { kind: 'site', id });
    const deals = await prisma.deal.findMany({ where: { AND: [this.permissions.where(actor, 'read', 'Deal'), { siteId: null, aggregate: { state: { in: ['intent', 'negotiating'] } } }] }, orderBy: { id: 'asc' } });
    const fits = deals.flatMap(({ id: deal, firm, parkId: park, needs }) => (needs === null ? [] : [{ deal, firm, park, needs: needs as unknown as SiteNeeds, ...fitOf(offerOf(site), needs as unknown as SiteNeeds) }]));
    return { fitting: fits.filter((fit) => 'score' in fit).sort((a, b) => b.score - a.score), excluded: fits.filter((fit) => 'excluded' in fit) };
  }
}
