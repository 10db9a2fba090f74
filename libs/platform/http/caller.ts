import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../commands/actor.js';
import type { Caller } from '../commands/commands.js';

/** What a call asks of who makes it: the tag of its route, and whether it only reads. */
export interface Reach {
  readonly tag: string;
  readonly reads: boolean;
}

/** Who calls, and by which account or key; null for nobody known. */
export interface Identified {
  readonly actor: Actor;
  readonly as: string | null;
}

/** Finds out who calls; the identity module provides it. @throws Refused where he is known and may not call this so */
export abstract class Identify {
  abstract identify(headers: Headers, reach: Reach): Promise<Identified>;
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
