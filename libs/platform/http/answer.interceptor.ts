import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { isRefusal } from '#kernel';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { Refused } from '../commands/refused.js';

/** Turns refusals into problems, and the version of a thing into its ETag. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((body: unknown) => {
        if (isRefusal(body)) throw new Refused(body);
        if (typeof body === 'object' && body !== null && 'version' in body && typeof body.version === 'number') void reply.header('etag', `"${body.version}"`);
        return body;
      }),
    );
  }
}
