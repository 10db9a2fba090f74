import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../config/config.js';
import { Clock } from '../clock/clock.js';
import { isTracing, requestOver } from '../trace/trace.js';
import type { Metrics } from '../health/metrics.js';
import type { RefusalType } from '#kernel';
import { documentAnswers } from './answers.js';
import { AnswerInterceptor } from './answer.interceptor.js';
import { exampleOf } from './examples.js';
import { ProblemFilter } from './problem.filter.js';
import { REFUSALS } from './problems.controller.js';
import { inputPipe } from './validation.js';

const MEGABYTE = 1024 * 1024;
/** The largest document taken in one request. */
export const DOCUMENT_LIMIT = 20 * MEGABYTE;

/** The HTTP server: bodies of at most 1 MB (documents 20 MB), and an id for every request that follows it everywhere. */
export function httpAdapter({ TRUST_PROXY }: Pick<Config, 'TRUST_PROXY'>): FastifyAdapter {
  const given = (value: string | string[] | undefined) => (typeof value === 'string' && /^[\w-]{8,64}$/.test(value) ? value : undefined);
  const adapter = new FastifyAdapter({
    bodyLimit: MEGABYTE,
    // Who asks while the service stops is answered, and told that the connection ends.
    return503OnClosing: false,
    // Whose word is taken for where a request comes from; nobody's where nothing is said.
    ...(TRUST_PROXY !== undefined && { trustProxy: TRUST_PROXY.split(',').map((address) => address.trim()) }),
    genReqId: (request: { headers: Record<string, string | string[] | undefined> }) => given(request.headers['x-request-id']) ?? randomUUID(),
    routerOptions: { maxParamLength: 200 },
  });
  adapter.getInstance().addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: DOCUMENT_LIMIT }, (_request, body, done) => done(null, body));
  // Uploads are read by their own server, as they come.
  adapter.getInstance().addContentTypeParser('application/offset+octet-stream', (_request, _body, done) => done(null));
  return adapter;
}

/** Where the API's routes stand; everything else is the console's, but what those who operate the service look at. */
export const API = 'api';

/** What every answer passes through, whatever module it comes from. */
export function setUpHttp(app: NestFastifyApplication, metrics: Metrics): void {
  app.setGlobalPrefix(API, { exclude: ['health/live', 'health/ready', 'metrics'] });
  app.useGlobalPipes(inputPipe());
  app.useGlobalInterceptors(app.get(AnswerInterceptor));
  app.useGlobalFilters(app.get(ProblemFilter));
  const server = app.getHttpAdapter().getInstance();
  const secure = app.get(Config).baseUrl.startsWith('https:');
  server.addHook('onSend', async (request: FastifyRequest, reply: FastifyReply) => {
    void reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff').header('referrer-policy', 'same-origin').header('x-frame-options', 'DENY').header('cross-origin-opener-policy', 'same-origin');
    // Once met over https, a browser never asks again without it.
    if (secure) void reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    // The API's document page needs scripts and styles of its own; nothing else runs any.
    if (!request.url.startsWith('/docs') && !reply.hasHeader('content-security-policy')) void reply.header('content-security-policy', "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
  });
  server.addHook('onResponse', async (request: FastifyRequest, reply: FastifyReply) => {
    metrics.requests.observe({ method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode }, reply.elapsedTime / 1000);
    if (isTracing()) requestOver(`${request.method} ${request.routeOptions.url ?? 'none'}`, request.id, reply.elapsedTime, new Clock().now().getTime(), { 'http.request.method': request.method, 'http.route': request.routeOptions.url ?? '', 'http.response.status_code': reply.statusCode });
  });
  SwaggerModule.setup('docs', app, () => apiDocument(app), { customSiteTitle: 'Trellis API' });
}

/** What every route answers where it does not do what was asked. `codes`: all that there are. */
const problem = (codes: readonly string[]) => ({
  description: 'What stood in the way (RFC 9457), in the reader’s language',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['type', 'title', 'status', 'detail', 'code'],
        properties: {
          ...{ type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, detail: { type: 'string' }, instance: { type: 'string' }, code: { type: 'string', enum: [...codes] } },
          errors: { type: 'array', items: { type: 'object', required: ['field', 'message'], properties: { field: { type: 'string' }, message: { type: 'string' } } } },
          explanation: { $ref: '#/components/schemas/ExplanationShown' },
        },
      },
    },
  },
});

interface Operation {
  readonly parameters?: { readonly in: string; required?: boolean }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object; example?: unknown }>> };
  readonly responses: Record<string, object>;
}

/** The API as OpenAPI: what each route takes, by its input's classes, and what it answers, by its types. */
export function apiDocument(app: NestFastifyApplication): OpenAPIObject {
  const { schemas: answers } = documentAnswers(app);
  const codes = app.get<readonly RefusalType[]>(REFUSALS).map(({ code }) => code).sort();
  const document = SwaggerModule.createDocument(
    app,
    new DocumentBuilder()
      .setTitle('Trellis 赛孵园')
      .setDescription(
        'Carries projects from a contest through incubation to a park. Commands take an `Idempotency-Key` and an `If-Match` header; failures are RFC 9457 problems with the codes listed at /api/problems.',
      )
      .setVersion('1')
      .addCookieAuth('trellis.session_token')
      .build(),
  );
  const schemas: Record<string, unknown> = { ...answers, ...document.components?.schemas };
  // Nest takes every header that a route reads for one that must be sent.
  for (const path of Object.values(document.paths))
    for (const operation of Object.values(path) as Operation[]) {
      for (const parameter of operation.parameters ?? []) if (parameter.in === 'header') parameter.required = false;
      operation.responses['default'] = { $ref: '#/components/responses/Problem' };
      const body = operation.requestBody?.content['application/json'];
      if (body) body.example = exampleOf(body.schema, schemas);
    }
  return { ...document, components: { ...document.components, schemas, responses: { Problem: problem(codes) } } } as OpenAPIObject;
}
