import { ROOT_CONTEXT, SpanStatusCode, trace, TraceFlags, type Attributes, type Tracer } from '@opentelemetry/api';
import { createHash } from 'node:crypto';
import type { Config } from '../config/config.js';

/**
 * All that one request set going is one trace, from the click to the mail. Its ids follow from the request's id, which
 * events carry anyway: nothing else has to be handed along, and whoever has the id of a request finds its trace.
 */
const digest = (requestId: string): string => createHash('sha256').update(requestId).digest('hex');
const traceIdOf = (requestId: string): string => (/^[\da-f-]{32,36}$/.test(requestId) && requestId.replaceAll('-', '').length === 32 ? requestId.replaceAll('-', '') : digest(requestId).slice(0, 32));
const rootIdOf = (requestId: string): string => digest(requestId).slice(0, 16);

let tracer: Tracer | undefined;
/** The ids of the next span, where it is the request itself. */
let exact: { traceId: string; spanId: string } | undefined;

/** Sends traces to a collector (OTLP over HTTP) until the function that it returns is called. */
export async function startTracing({ OTLP_URL, TRACES_SHARE }: Pick<Config, 'OTLP_URL' | 'TRACES_SHARE'>, part: string): Promise<() => Promise<void>> {
  const { NodeTracerProvider, BatchSpanProcessor, RandomIdGenerator, TraceIdRatioBasedSampler } = await import('@opentelemetry/sdk-trace-node');
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  const { resourceFromAttributes } = await import('@opentelemetry/resources');
  const random = new RandomIdGenerator();
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'trellis', 'service.instance.id': part }),
    // By the trace's id alone, so that every process keeps the same ones.
    sampler: new TraceIdRatioBasedSampler(TRACES_SHARE),
    idGenerator: { generateTraceId: () => exact?.traceId ?? random.generateTraceId(), generateSpanId: () => exact?.spanId ?? random.generateSpanId() },
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url: `${OTLP_URL}/v1/traces` }))],
  });
  const own = provider.getTracer('trellis');
  tracer = own;
  return async () => {
    if (tracer === own) tracer = undefined;
    await provider.shutdown();
  };
}

export const isTracing = (): boolean => tracer !== undefined;

const below = (requestId: string) => trace.setSpanContext(ROOT_CONTEXT, { traceId: traceIdOf(requestId), spanId: rootIdOf(requestId), traceFlags: TraceFlags.SAMPLED, isRemote: true });

/** Does something as a part of what a request set going; without a request, or a collector, it only does it. */
export async function spanned<T>(name: string, requestId: string | null, attributes: Attributes, work: () => Promise<T>): Promise<T> {
  if (!tracer || requestId === null) return work();
  const span = tracer.startSpan(name, { attributes }, below(requestId));
  try {
    return await work();
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.message : String(error) });
    throw error;
  } finally {
    span.end();
  }
}

/** The same as a part of what each of several requests set going. */
export const spannedInEach = <T>(name: string, requestIds: readonly string[], attributes: Attributes, work: () => Promise<T>): Promise<T> =>
  requestIds.reduce((inner, requestId) => () => spanned(name, requestId, attributes, inner), work)();

/** A part that is over: between two instants, in milliseconds of the machine's clock. */
export function spanOver(name: string, requestId: string, from: number, to: number): void {
  tracer?.startSpan(name, { startTime: from }, below(requestId)).end(Math.max(from, to));
}

/** The request itself, when it has been answered. */
export function requestOver(name: string, requestId: string, milliseconds: number, now: number, attributes: Attributes): void {
  if (!tracer) return;
  exact = { traceId: traceIdOf(requestId), spanId: rootIdOf(requestId) };
  const span = tracer.startSpan(name, { root: true, startTime: now - milliseconds, attributes });
  exact = undefined;
  span.end(now);
}
