import { All, Controller, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { headersOf, Open } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AUTH, type Auth } from '../auth.js';

/** Hands everything under /api/auth to better-auth: sign-up/email, sign-in/email, sign-out, revoke-sessions and so on. */
@ApiExcludeController()
@Controller('auth')
@Open()
export class AuthController {
  constructor(@Inject(AUTH) private readonly auth: Auth) {}

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
    await reply.send(answer.body === null ? null : await answer.text());
  }
}
