import { createServer, type Server } from 'node:http';
import { Provider } from 'oidc-provider';
import { freePort } from './service.js';

/** A real OpenID Connect provider; whoever signs in there under a name is that person, with the roles that `roles` says. */
export async function oidcProvider(redirect: string, roles: Map<string, string[]>) {
  const issuer = `http://127.0.0.1:${await freePort()}`;
  const secret = 'a client secret that is long enough';
  // It warns that it is set up for development, which it is.
  const { warn, info } = console;
  console.warn = console.info = () => undefined;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'trellis', client_secret: secret, redirect_uris: [redirect], grant_types: ['authorization_code'], response_types: ['code'] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'roles'] },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, name: `统一 ${sub}`, email: `${sub}@test.example`, email_verified: true, roles: roles.get(sub) ?? [] }) }),
    cookies: { keys: ['a key of the test'] },
    features: { devInteractions: { enabled: true } },
  });
  const server: Server = createServer((request, response) => void provider.callback()(request, response));
  await new Promise<void>((done) => server.listen(Number(new URL(issuer).port), '127.0.0.1', done));
  return { issuer, secret, close: () => new Promise((done) => (server.closeAllConnections(), server.close(done), Object.assign(console, { warn, info }))) };
}

/** A browser that keeps cookies by host and goes where it is sent. */
export class Surfer {
  private readonly cookies = new Map<string, Map<string, string>>();

  /** Follows an address to where it ends; forms of the provider's own are filled in with `login`. */
  async go(address: string, login: string): Promise<{ url: string; answer: Response }> {
    let [url, init] = [address, {} as RequestInit];
    for (let steps = 0; steps < 20; steps++) {
      const answer = await this.request(url, init);
      const location = answer.headers.get('location');
      if (location !== null) [url, init] = [new URL(location, url).href, {}];
      else if (new URL(url).pathname.startsWith('/interaction/')) {
        const prompt = /name="prompt" value="(\w+)"/.exec(await answer.text())?.[1] ?? 'consent';
        init = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ prompt, ...(prompt === 'login' && { login, password: 'any' }) }).toString() };
      } else return { url, answer };
    }
    throw new Error('It went on and on');
  }

  async request(url: string, init: RequestInit = {}): Promise<Response> {
    const { host } = new URL(url);
    const jar = this.cookies.get(host) ?? new Map<string, string>();
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { ...(init.headers as Record<string, string>), cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '' || /max-age=0/i.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
    this.cookies.set(host, jar);
    return answer;
  }
}
