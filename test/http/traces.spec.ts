import { Mail } from '#notify';
import { pause } from '#platform';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ELIGIBLE, openCall } from '../support/chain.js';
import { mailServer } from '../support/mail-server.js';
import { startTestService } from '../support/service.js';

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
}

/** What a collector of OpenTelemetry is sent. */
async function collector() {
  const spans: Span[] = [];
  const server = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const sent = JSON.parse(Buffer.concat(parts).toString()) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };
      spans.push(...sent.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
      reply.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { spans, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

it('a click is one trace: its command, what waited in outbox and queue, its reactions, and the mail', async () => {
  const [smtp, sink] = [await mailServer(), await collector()];
  const service = await startTestService({ environment: { SMTP_URL: smtp.url, OTLP_URL: sink.url } });
  const call = await openCall(await service.office());
  const team = await service.visitor('alpha').signUp();
  const { id: entry } = await team.post(`/calls/${call}/entries`, { title: '项目', abstract: '摘要', facts: ELIGIBLE });
  const requestId = '0198c0de-0000-7000-8000-00000000beef';
  await team.post(`/entries/${entry}/submit`, {}, { 'x-request-id': requestId });
  await service.settle();
  const sent = async () => (await team.all<{ id: string; kind: string; mail: string }>('/notifications')).some(({ kind, mail }) => kind === 'entry-received' && mail === 'sent');
  for (let tries = 0; !(await sent()) && tries < 250; tries++) {
    await service.app.get(Mail).sendDue();
    await pause(20);
  }
  await service.stop();
  const trace = sink.spans.filter(({ traceId }) => traceId === requestId.replaceAll('-', ''));
  const [root] = trace.filter(({ name }) => name.startsWith('POST '));
  expect(root).toMatchObject({ name: 'POST /api/entries/:entry/submit' });
  expect(root!.parentSpanId ?? '').toBe('');
  const names = trace.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['command submit-entry', 'outbox', 'queue', 'reaction notify-entry-received', 'mail']));
  for (const span of trace.filter((one) => one !== root)) {
    expect(span.parentSpanId).toBe(root!.spanId);
    expect(BigInt(span.endTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(span.startTimeUnixNano));
  }
  // What else was clicked is in traces of its own.
  expect(new Set(sink.spans.filter(({ name }) => name.startsWith('POST ')).map(({ traceId }) => traceId)).size).toBeGreaterThan(5);
  sink.close();
  await smtp.close();
}, 60_000);
