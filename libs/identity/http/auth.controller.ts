import { All, Controller, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { sha256 } from '#kernel';
import { API, headersOf, LOG, Open } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { AUTH, type Auth } from '../auth.js';

/** Hands everything under /api/auth to better-auth: sign-up/email, sign-in/email, sign-out, revoke-sessions and so on. */
@ApiExcludeController()
@Controller('auth')
@Open()
export class AuthController {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  @All('*')
  async handle(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const url = new URL(request.url, this.auth.options.baseURL);
    const hasBody = !['GET', 'HEAD'].includes(request.method) && request.body !== undefined && request.body !== null;
    const headers = headersOf(request);
    headers.delete('content-length');
    // The address that sign-ins are counted by: the connection's own, whatever the caller wrote there.
    headers.set('x-forwarded-for', request.ip);
    const answer = await this.auth.handler(new Request(url, { method: request.method, headers, ...(hasBody && { body: JSON.stringify(request.body) }) }));
    void reply.status(answer.status);
    answer.headers.forEach((value, name) => {
      if (name !== 'set-cookie') void reply.header(name, value);
    });
    for (const cookie of answer.headers.getSetCookie()) void reply.header('set-cookie', cookie);
    if (url.pathname.endsWith('/sign-out') && answer.ok) void reply.header('clear-site-data', '"cache"');
    const text = answer.body === null ? null : await answer.text();
    if (request.method === 'POST' || url.pathname.includes('/callback/')) this.log.info({ path: url.pathname.slice(BEGIN), status: answer.status, ip: request.ip, account: accountOf(request.body), requestId: request.id }, 'at the door');
    await reply.send(text === null ? null : withoutTokens(text, answer.headers.get('content-type')));
  }
}

const BEGIN = `/${API}/auth/`.length;

/** The token of a session goes to its browser in a cookie that no script can read, and nowhere else. */
function withoutTokens(text: string, type: string | null): string {
  if (!type?.startsWith('application/json') || text === '') return text;
  return JSON.stringify(JSON.parse(text, (key, value: unknown) => (key === 'token' ? undefined : value)) as unknown);
}

/** Tells tries on one account apart in the log without keeping its address there. */
const accountOf = (body: unknown): string | undefined => {
  const email = (body as { email?: unknown } | undefined)?.email;
  return typeof email === 'string' ? sha256(email.toLowerCase()).slice(0, 16) : undefined;
};
