import { merkleRoot, type DistrictId } from '#kernel';
import type { Clock } from '../clock/clock.js';
import { newId } from '../clock/new-id.js';
import type { SigningKey } from '../config/keys.js';
import type { Database } from '../database/database.js';
import { Prisma } from '../database/generated/client.js';

export interface Head {
  readonly aggregate: string;
  readonly version: number;
  readonly head: string;
}

/** The root over the heads of all chains, in the order of their aggregates' ids. */
export const rootOf = (heads: Iterable<Head>): string =>
  merkleRoot(
    [...heads]
      .sort((a, b) => (a.aggregate < b.aggregate ? -1 : 1))
      .map(({ aggregate, version, head }) => `${aggregate} ${version} ${head}`),
  );

/** What a checkpoint's signature covers. */
export const signedText = (district: string, at: Date, chains: number, root: string): string =>
  `trellis checkpoint\n${district}\n${at.toISOString()}\n${chains}\n${root}`;

/** Signs the heads of all chains of a district from time to time, apart from commands. */
export class Checkpoints {
  constructor(
    private readonly database: Database,
    private readonly key: SigningKey,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a checkpoint, unless nothing has changed since the last or another process makes one just now. It keeps only the
   * heads that moved; the root covers all.
   */
  async make(district: DistrictId): Promise<void> {
    await this.numbered(district).catch((error: unknown) => {
      // Two that begin at once have the same number.
      if (!(error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002')) throw error;
    });
  }

  private async numbered(district: DistrictId): Promise<void> {
    await this.database.prisma.$transaction(
      async (tx) => {
        const heads = await tx.$queryRaw<(Head & { moved: boolean })[]>`
          SELECT a.id AS aggregate, a.version, a.head, l.version IS DISTINCT FROM a.version AS moved
          FROM aggregate a LEFT JOIN LATERAL (
            SELECT version FROM checkpoint_leaf l WHERE l.district_id = a.district_id AND l.aggregate_id = a.id ORDER BY version DESC LIMIT 1
          ) l ON true WHERE a.district_id = ${district}::uuid`;
        const moved = heads.filter((head) => head.moved);
        if (moved.length === 0) return;
        const last = await tx.checkpoint.findFirst({ where: { districtId: district }, orderBy: { number: 'desc' }, select: { number: true } });
        const number = (last?.number ?? 0) + 1;
        const at = this.clock.now();
        const root = rootOf(heads);
        const id = newId();
        const signature = this.key.sign(signedText(district, at, heads.length, root));
        await tx.checkpoint.create({ data: { districtId: district, id, number, at, chains: heads.length, root, signature, publicKey: this.key.publicKey } });
        await tx.$executeRaw`
          INSERT INTO checkpoint_leaf (district_id, checkpoint_id, aggregate_id, version, head)
          SELECT ${district}::uuid, ${id}::uuid, * FROM unnest(${moved.map((h) => h.aggregate)}::uuid[], ${moved.map((h) => h.version)}::int[], ${moved.map((h) => h.head)}::text[])`;
      },
      { isolationLevel: 'RepeatableRead' },
    );
  }
}
