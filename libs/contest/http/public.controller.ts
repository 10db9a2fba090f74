import { Controller, Get, Headers, Inject, Param, Query, Res, Sse } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { refuse, type DistrictId } from '#kernel';
import { AnId, By, type Caller, DISTRICT, notFound, Open, Refused, send, SignedIn } from '#platform';
import { IsOptional, isUUID, IsUUID } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { BundlesView } from '../views/bundles.js';
import { CertificatesView } from '../views/certificates.js';
import { FeedView } from '../views/feed.js';
import { PublicCopyView } from '../views/public-copy.js';

class After {
  @IsOptional() @IsUUID()
  after?: string;
}

/** What a contest gives out beyond its pages: bundles, certificates, a copy of its public pages, its feed. */
@ApiTags('public')
@Controller()
@SignedIn()
export class PublicController {
  constructor(
    private readonly bundles: BundlesView,
    private readonly certificates: CertificatesView,
    private readonly copy: PublicCopyView,
    private readonly feed: FeedView,
    @Inject(DISTRICT) private readonly district: DistrictId,
  ) {}

  /** All that anyone needs to compute the results again; see `trellis results recompute`. */
  @Open()
  @Get('calls/:call/bundle')
  bundle(@By() by: Caller, @Param('call', AnId) call: string) {
    return this.bundles.bundle(by.actor, call);
  }

  @Get('awards/:award/certificate')
  async certificate(@By() by: Caller, @Param('award', AnId) award: string, @Res() reply: FastifyReply) {
    await send(reply, await this.certificates.pdf(by.actor, award), 'application/pdf', 'certificate.pdf');
  }

  @Get('calls/:call/certificates')
  async allCertificates(@By() by: Caller, @Param('call', AnId) call: string, @Res() reply: FastifyReply) {
    await send(reply, await this.certificates.all(by.actor, call), 'application/pdf', 'certificates.pdf');
  }

  /** Whether a code is a certificate's, and what that says. */
  @Open()
  @Get('certificates/:code')
  check(@Param('code') code: string) {
    return this.certificates.check(this.district, code);
  }

  /** All public pages of a contest as one archive that any web server can keep. */
  @Open()
  @Get('contests/:contest/static')
  async static(@Param('contest', AnId) contest: string, @Res() reply: FastifyReply) {
    await send(reply, await this.copy.archive(this.district, contest), 'application/zip', 'contest.zip');
  }

  /** What happened in a contest, as far as one may know it, from an event on. */
  @Open()
  @Get('contests/:contest/events')
  events(@By() by: Caller, @Param('contest', AnId) contest: string, @Query() { after }: After) {
    return this.feed.page(by.actor, contest, after);
  }

  /** The same as it happens (server-sent events); with `Last-Event-ID` from where one broke off. */
  @Open()
  @Sse('contests/:contest/events/stream')
  async stream(@By() by: Caller, @Param('contest', AnId) contest: string, @Headers('last-event-id') last?: string) {
    const stream = await this.feed.stream(by.actor, contest, isUUID(last) ? last : undefined);
    if (!stream) throw new Refused(refuse(notFound, { kind: 'contest', id: contest }));
    return stream;
  }
}
