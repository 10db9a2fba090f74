import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../commands/actor.js';
import type { Caller } from '../commands/commands.js';

/** Finds out who calls; the identity module provides it. */
export abstract class Identify {
  abstract actorOf(headers: Headers): Promise<Actor>;
}

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
  }
}

/** Hands a route who called, with what the call's headers say of repetition and version. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!caller) throw new Error('The guard has not run');
  return caller;
});
