import { CanActivate, Injectable, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { refusalType, refuse } from '#kernel';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../commands/commands.js';
import { Config } from '../config/config.js';
import { Identify } from './caller.js';
import { isKeepable } from './fields.js';
import { Pace } from './pace.js';
import { noSuchPage } from './problem.filter.js';
import { Refused } from '../commands/refused.js';

const DOOR = 'trellis:door';
type DoorKind = 'open' | 'signed-in';

/** Anyone may call this; what is shown to nobody in particular is the view's to decide. */
export const Open = () => SetMetadata(DOOR, 'open' satisfies DoorKind);
/** Only people who are signed in; what they may do is asked by the command or the view. */
export const SignedIn = () => SetMetadata(DOOR, 'signed-in' satisfies DoorKind);

/** Whom a handler lets in; undefined where nothing is declared, and so nobody. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- what Nest calls a handler
export const doorOf = (handler: Function, controller: Function): DoorKind | undefined => (Reflect.getMetadata(DOOR, handler) ?? Reflect.getMetadata(DOOR, controller)) as DoorKind | undefined;

export const notSignedIn = refusalType('session:none', 'unknown-person', '请先登录。', 'Sign in first.');
export const foreignOrigin = refusalType('request:foreign-origin', 'forbidden', '该请求来自其他网站，已拒绝。', 'The request came from another site and was refused.');
export const badHeader = refusalType('request:bad-header', 'invalid', '请求头 {header} 的格式不正确。', 'The header {header} is not well formed.');

/** The one gate of all routes, keyed on the handler that was found, not on the path: a route without a door is shut. */
@Injectable()
export class DoorGuard implements CanActivate {
  private readonly pace: Pace;

  constructor(
    private readonly reflector: Reflector,
    private readonly identify: Identify,
    private readonly config: Config,
  ) {
    this.pace = new Pace(config.REQUESTS_A_MINUTE);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const door = this.reflector.getAllAndOverride<DoorKind | undefined>(DOOR, [context.getHandler(), context.getClass()]);
    if (door === undefined) return false;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const origin = request.headers.origin;
    if (origin !== undefined && !['GET', 'HEAD'].includes(request.method) && origin !== new URL(this.config.baseUrl).origin)
      throw new Refused(refuse(foreignOrigin));
    const [tag = ''] = this.reflector.getAllAndOverride<string[] | undefined>('swagger/apiUseTags', [context.getHandler(), context.getClass()]) ?? [];
    const { actor, as } = await this.identify.identify(headersOf(request), { tag, reads: ['GET', 'HEAD'].includes(request.method) });
    await this.pace.take(as ?? request.ip, context.switchToHttp().getResponse());
    if (door === 'signed-in' && actor.kind === 'nobody') throw new Refused(refuse(notSignedIn));
    // What can't be kept names nothing that is.
    if (!Object.values(request.params as Record<string, string>).every(isKeepable)) throw new Refused(refuse(noSuchPage, { path: request.url.slice(0, 200) }));
    request.caller = { actor, requestId: String(request.id), ...conditions(request) };
    return true;
  }
}

export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  return headers;
}

function conditions({ headers }: FastifyRequest): Pick<Caller, 'idempotencyKey' | 'ifVersion'> {
  const key = headers['idempotency-key'];
  if (key !== undefined && (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key))) throw new Refused(refuse(badHeader, { header: 'Idempotency-Key' }));
  const match = headers['if-match'];
  const version = match === undefined ? undefined : /^"(\d{1,9})"$/.exec(match)?.[1];
  if (match !== undefined && version === undefined) throw new Refused(refuse(badHeader, { header: 'If-Match' }));
  return { ...(key !== undefined && { idempotencyKey: key }), ...(version !== undefined && { ifVersion: Number(version) }) };
}
