import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Metrics, StartFailure, type Config } from '#platform';
import { createServer, type Server } from 'node:http';

/**
 * Opens the port at which whoever operates a process asks how it is and for its figures; nothing else answers there.
 * A worker has no other port. @throws StartFailure when it is taken
 */
export async function openHealthPort({ app, config: { HEALTH_PORT, HOST } }: { readonly app: NestFastifyApplication; readonly config: Config }): Promise<Server> {
  const server = createServer((request, reply) => {
    const told = async () => {
      if (request.url === '/metrics') return { status: 200, type: app.get(Metrics).registry.contentType, text: await app.get(Metrics).read() };
      if (request.url !== '/health/live' && request.url !== '/health/ready') return { status: 404, type: 'text/plain', text: '' };
      const { statusCode, payload } = await app.inject({ url: request.url });
      return { status: statusCode, type: 'application/json', text: payload };
    };
    told().then(
      ({ status, type, text }) => reply.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text),
      () => reply.writeHead(503).end(),
    );
  });
  await new Promise<void>((done, fail) => server.once('error', fail).listen(HEALTH_PORT, HOST, done)).catch((error: unknown) => {
    throw StartFailure.from(error, `${HOST}:${HEALTH_PORT}`);
  });
  return server;
}
