import { Injectable } from '@nestjs/common';
import { isRefusal, refuse, type Refusal } from '#kernel';
import { Database, notFound, Permissions, type Actor } from '#platform';
import { englishNames } from '../facts/english-names.js';
import { staticSite } from '../files/static-site.js';
import { BundlesView } from './bundles.js';
import { ResultsView } from './results.js';

/** A contest's public pages as one archive, made of what the public may read and nothing else. */
@Injectable()
export class PublicCopyView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly results: ResultsView,
    private readonly bundles: BundlesView,
  ) {}

  async archive(district: Actor['district'], id: string): Promise<Uint8Array | Refusal> {
    const nobody: Actor = { kind: 'nobody', district };
    const contest = await this.database.prisma.contest.findFirst({ where: { AND: [this.permissions.where(nobody, 'read', 'Contest'), { id }] } });
    if (!contest) return refuse(notFound, { kind: 'contest', id });
    const calls = await this.database.prisma.call.findMany({ where: { AND: [this.permissions.where(nobody, 'read', 'Call'), { contestId: id }] }, include: { aggregate: true }, orderBy: { id: 'asc' } });
    const pages = await Promise.all(
      calls.map(async (call) => {
        const [results, bundle] = [await this.results.results(nobody, call.id), await this.bundles.bundle(nobody, call.id)];
        const known = isRefusal(results) ? null : results;
        return {
          ...{ id: call.id, name: call.name, group: call.group, state: call.aggregate.state, results: known?.results ?? [], bundle: isRefusal(bundle) ? null : bundle },
          ...{ version: known?.version ?? null, until: known?.until ?? null, hash: known?.hash ?? null },
        };
      }),
    );
    const { strToU8, zipSync } = await import('fflate');
    const files = staticSite({ name: contest.name, edition: contest.edition, sponsors: contest.sponsors as unknown as { name: string; kind: string }[], calls: pages, english: await englishNames(this.database.prisma, district) });
    return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
  }
}
