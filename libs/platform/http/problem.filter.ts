import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { refusalType, refuse, type Refusal, type RefusalType } from '#kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { actorName } from '../commands/actor.js';
import { Refused } from '../commands/refused.js';
import { Config } from '../config/config.js';
import { outageOf } from '../database/outage.js';
import { fileLost } from '../files/files.js';
import { LOG } from '../log/log.js';
import { languageOf, problemOf } from './problem.js';

export const noSuchPage = refusalType('route:not-found', 'missing', '没有这个地址：{path}。接口目录见 /docs。', 'There is nothing at {path}; /docs lists what there is.');
export const notRight = refusalType('request:malformed', 'invalid', '请求无法读取：{reason}', 'The request cannot be read: {reason}');
export const shut = refusalType('route:shut', 'forbidden', '该地址未开放。', 'This route is not open.');
export const fault = refusalType('service:fault', 'conflict', '服务出错，已记录（编号 {request}）。请稍后重试；若仍失败，请把编号告诉管理员。', 'The service failed and has noted it (number {request}). Try again; if it fails again, give the number to the administrator.');

export const unavailable = refusalType('service:unavailable', 'conflict', '数据库或文件库暂时连不上，您刚才的内容未确认保存；请稍后用同一 Idempotency-Key 重试。', 'The database or the file store can’t be reached just now and what you sent is not confirmed; try again shortly, with the same Idempotency-Key.');
export const diskFull = refusalType('service:disk-full', 'conflict', '服务器磁盘已满，您刚才的内容未保存；请联系管理员清理磁盘后重试。', 'The server’s disk is full and what you sent was not kept; ask the administrator to free some space, then try again.');

/** What is the service's own failing, and its status. */
const OURS: ReadonlyMap<RefusalType, number> = new Map([[fault, 500], [unavailable, 503], [diskFull, 507], [fileLost, 500]]);

/** Answers every failure as a problem; what was not expected is logged and answered without its insides. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly config: Config,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (error instanceof HttpException && error.getStatus() === 503) return void reply.status(503).send(error.getResponse());
    const language = languageOf(request.headers['accept-language']);
    const refusal = this.refusalOf(error, request);
    const problem = problemOf(refusal, language, request.url, this.config.baseUrl);
    const status = OURS.get(refusal.type) ?? statusOf(error, problem.status);
    if (status === 401 || status === 403 || status === 429) this.log.info({ code: refusal.type.code, method: request.method, route: request.routeOptions.url, by: request.caller && actorName(request.caller.actor), ip: request.ip, requestId: request.id }, 'turned away');
    if (status >= 500) this.log.error({ err: error, requestId: request.id }, 'fault');
    // What was said of a file that is not sent after all.
    for (const header of ['content-disposition', 'content-length']) reply.removeHeader(header);
    void reply.status(status).header('content-language', language).type('application/problem+json').send({ ...problem, status });
  }

  private refusalOf(error: unknown, request: FastifyRequest): Refusal {
    if (error instanceof Refused) return error.refusal;
    const outage = outageOf(error);
    if (outage) return refuse(outage === 'full' ? diskFull : unavailable);
    const status = statusOf(error, 500);
    if (status === 404) return refuse(noSuchPage, { path: request.url.slice(0, 200) });
    if (status === 403) return refuse(shut);
    if (status < 500) return refuse(notRight, { reason: error instanceof Error ? error.message : '' });
    return refuse(fault, { request: String(request.id) });
  }
}

/** The status of an error of Nest or Fastify (a body too large, JSON that can't be read). */
function statusOf(error: unknown, otherwise: number): number {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' && error.statusCode < 500) return error.statusCode;
  return otherwise;
}
