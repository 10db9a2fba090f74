import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { escaped } from '#kernel';
import { API, languageOf, ROOT, StartFailure, type Config } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textPage, type Read } from './text-pages.js';

const BUILT = join(ROOT, 'apps/web/dist');

/** Scripts and everything else from here alone; styles may stand in the page, since components bring theirs as they are shown. */
const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/**
 * Serves the console: its files, which are kept for ever under names made of their content, and its one page under
 * every address that is no route of the API. @throws StartFailure when it has not been built
 */
export async function serveConsole(app: NestFastifyApplication, { baseUrl }: Config): Promise<void> {
  const page = join(BUILT, 'index.html');
  if (!existsSync(page)) throw new StartFailure('The console is not built: run `npm run build`.');
  const [head, body, end] = readFileSync(page, 'utf8').split(/<!--head-->|<!--text-->/) as [string, string, string];
  await app.register(fastifyStatic, { root: join(BUILT, 'assets'), prefix: '/assets/', preCompressed: true, immutable: true, maxAge: '365d', decorateReply: false });
  const server = app.getHttpAdapter().getInstance();

  const icon = readFileSync(join(BUILT, 'icon.svg'));
  server.get('/icon.svg', (_request: FastifyRequest, reply: FastifyReply) => reply.type('image/svg+xml').header('cache-control', 'public, max-age=86400').send(icon));

  server.get('/*', async (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?')[0]!;
    // The API's own answer to an address that it doesn't know.
    if (path.startsWith(`/${API}/`)) return reply.callNotFound();
    const language = languageOf(request.headers['accept-language']);
    const read: Read = async <T>(route: string) => {
      const answer = await server.inject({ url: `/${API}${route}`, headers: { 'accept-language': language } });
      return answer.statusCode === 200 ? answer.json<T>() : null;
    };
    const text = await textPage(path, language, read);
    const title = text ? `${text.title} · 赛孵园 Trellis` : '赛孵园 Trellis';
    const tags = [`<meta property="og:title" content="${escaped(title)}">`, `<meta property="og:url" content="${escaped(baseUrl + path)}">`, '<meta property="og:type" content="website">', ...(text ? [`<meta name="description" content="${escaped(text.about)}"><meta property="og:description" content="${escaped(text.about)}">`] : [])];
    return reply
      .type('text/html; charset=utf-8')
      .headers({ 'content-security-policy': POLICY, 'content-language': language, vary: 'accept-language', 'cache-control': 'no-cache' })
      .send(head.replace(/<title>.*<\/title>/, () => `<title>${escaped(title)}</title>`).replace('lang="zh-CN"', language === 'zh' ? 'lang="zh-CN"' : 'lang="en"') + tags.join('') + body + (text?.html ?? '') + end);
  });
}
