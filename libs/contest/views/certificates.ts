import { Injectable } from '@nestjs/common';
import { localDay, readCertificateCode, type Refusal, refuse } from '#kernel';
import { Config, Database, notFound, Permissions, type Actor } from '#platform';
import { englishNames } from '../facts/english-names.js';
import { certificatesPdf, type Certificate } from '../files/certificate-pdf.js';

const WITH_CONTEST = { aggregate: true, entry: { include: { call: { include: { contest: true, aggregate: true } } } } } as const;

/** Certificates of prizes: to print, and to check. */
@Injectable()
export class CertificatesView {
  constructor(
    private readonly database: Database,
    private readonly permissions: Permissions,
    private readonly config: Config,
  ) {}

  /** The certificate of one prize, for its team and the office. */
  async pdf(actor: Actor, award: string): Promise<Buffer | Refusal> {
    const row = await this.database.prisma.award.findFirst({ where: { AND: [this.permissions.where(actor, 'read', 'Award'), { id: award }] }, include: WITH_CONTEST });
    return row ? this.print(actor, [row]) : refuse(notFound, { kind: 'award', id: award });
  }

  /** All certificates of a call in one file, for the office to print. */
  async all(actor: Actor, call: string): Promise<Buffer | Refusal> {
    const rows = await this.database.prisma.award.findMany({ where: { AND: [this.permissions.where(actor, 'pay', 'Award'), { callId: call }] }, include: WITH_CONTEST, orderBy: [{ place: 'asc' }, { id: 'asc' }] });
    return rows.length > 0 ? this.print(actor, rows) : refuse(notFound, { kind: 'award', id: call });
  }

  private async print(actor: Actor, rows: readonly Row[]): Promise<Buffer> {
    return certificatesPdf(rows.map(certificateOf), await englishNames(this.database.prisma, actor.district), this.config.baseUrl);
  }

  /** What the code on a certificate stands for: the prize, or that there is none. */
  async check(district: string, code: string) {
    const wanted = readCertificateCode(code);
    const row = wanted === null ? null : await this.database.prisma.award.findFirst({ where: { districtId: district, code: wanted }, include: WITH_CONTEST });
    return row ? { valid: row.aggregate.state !== 'declined', ...certificateOf(row), place: row.place } : { valid: false as const };
  }
}

type Row = {
  readonly code: string;
  readonly prize: string;
  readonly aggregate: { readonly createdAt: Date };
  readonly entry: { readonly title: string; readonly organisation: string | null; readonly call: { readonly name: string; readonly timeZone: string; readonly contest: { readonly name: string; readonly edition: number } } };
};

const certificateOf = ({ code, prize, aggregate, entry: { title, organisation, call } }: Row): Certificate => ({ code, contest: call.contest.name, edition: call.contest.edition, call: call.name, title, organisation, prize, on: localDay(aggregate.createdAt, call.timeZone) });
