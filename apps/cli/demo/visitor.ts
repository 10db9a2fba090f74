/** What the service answered, where it was no success. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly body: { code?: string; detail?: string; facts?: Record<string, string | number>; explanation?: unknown },
    request: string,
  ) {
    super(`${request}: ${status} ${body.code ?? ''} ${body.detail ?? ''}`);
  }
}

type Body = Record<string, unknown>;

/** A person at the public API, with a session of his own. */
export class Visitor {
  private cookie = '';
  id = '';

  constructor(
    private readonly base: string,
    readonly name: string,
    readonly email: string,
    readonly password: string,
  ) {}

  async signUp(): Promise<this> {
    await this.post('/auth/sign-up/email', { name: this.name, email: this.email, password: this.password });
    return this.known();
  }

  async signIn(): Promise<this> {
    await this.post('/auth/sign-in/email', { email: this.email, password: this.password });
    return this.known();
  }

  get<T>(path: string): Promise<T> {
    return this.call<T>('GET', path);
  }

  post<T = { id: string }>(path: string, body: Body = {}, headers: Record<string, string> = {}): Promise<T> {
    return this.call<T>('POST', path, body, headers);
  }

  patch<T = { id: string }>(path: string, body: Body, headers: Record<string, string> = {}): Promise<T> {
    return this.call<T>('PATCH', path, body, headers);
  }

  delete<T = { id: string }>(path: string): Promise<T> {
    return this.call<T>('DELETE', path);
  }

  put<T = { id: string }>(path: string, body: Body): Promise<T> {
    return this.call<T>('PUT', path, body);
  }

  /** A request as it is, with this person's session; whatever comes back. */
  raw(method: string, path: string, headers: Record<string, string> = {}, body?: Uint8Array | string): Promise<Response> {
    return fetch(this.urlOf(path), { method, headers: { origin: this.base, cookie: this.cookie, ...headers }, ...(body !== undefined && { body: body as BodyInit }) });
  }

  /** The session as a program of its own would send it. */
  cookieHeader(): string {
    return this.cookie;
  }

  /** The session as a browser keeps it. */
  browserCookie(): { name: string; value: string; url: string } {
    const [name, value] = this.cookie.split('; ').at(-1)!.split(/=(.*)/s) as [string, string];
    return { name, value, url: this.base };
  }

  async text(path: string): Promise<string> {
    return (await this.request('GET', path)).text();
  }

  /** The same person on another device, with the password he types there. */
  as(password: string): Visitor {
    return new Visitor(this.base, this.name, this.email, password);
  }

  /** All items of a list, page after page. */
  async all<T extends { id: string }>(path: string): Promise<T[]> {
    const items: T[] = [];
    for (let after = ''; ; ) {
      const { items: more, next } = await this.get<{ items: T[]; next: string | null }>(`${path}${path.includes('?') ? '&' : '?'}limit=200${after}`);
      items.push(...more);
      if (next === null) return items;
      after = `&after=${next}`;
    }
  }

  /** Puts papers on a deal's file, one of each kind, as evidence of a step. */
  async prove(deal: string, ...kinds: readonly string[]): Promise<{ kind: string; document: string }[]> {
    const kept: { kind: string; document: string }[] = [];
    for (const kind of kinds) {
      const answer = await this.request('POST', `/deals/${deal}/papers?name=${kind}.txt&mediaType=text/plain`, `${kind}（示例） ${deal}`, 'application/octet-stream');
      kept.push({ kind, document: ((await answer.json()) as { document: string }).document });
    }
    return kept;
  }

  /** Puts a paper on a project's file. */
  async addDocument(project: string, name: string, content: string, headers: Record<string, string> = {}): Promise<{ id: string }> {
    const answer = await this.request('POST', `/projects/${project}/documents?name=${encodeURIComponent(name)}&mediaType=text/plain`, content, 'application/octet-stream', headers);
    return (await answer.json()) as { id: string };
  }

  /** Routes are those of the API, but what those who operate the service look at. */
  private urlOf(path: string): string {
    return this.base + (/^\/(api|health|metrics|docs)\b/.test(path) ? path : `/api${path}`);
  }

  /** Sends a file in one piece and puts it into its place in an entry. */
  async attach(entry: string, field: string, name: string, content: Uint8Array): Promise<void> {
    const metadata = `filename ${Buffer.from(name).toString('base64')}`;
    const created = await this.raw('POST', '/uploads', { 'tus-resumable': '1.0.0', 'upload-length': String(content.length), 'upload-metadata': metadata, 'content-type': 'application/offset+octet-stream' }, content);
    if (created.status !== 201) throw new Error(`The file ${name} was not taken: ${created.status} ${await created.text()}`);
    await this.post(`/entries/${entry}/files`, { field, upload: created.headers.get('location')!.split('/').at(-1)! });
  }

  private async known(): Promise<this> {
    this.id = (await this.get<{ id: string }>('/me')).id;
    return this;
  }

  private async call<T>(method: string, path: string, body?: Body, extra?: Record<string, string>): Promise<T> {
    const answer = await this.request(method, path, body && JSON.stringify(body), body && 'application/json', extra);
    return (await answer.json()) as T;
  }

  private async request(method: string, path: string, body?: string, type?: string, extra?: Record<string, string>): Promise<Response> {
    const headers = { 'accept-language': 'zh', origin: this.base, ...(this.cookie && { cookie: this.cookie }), ...(type !== undefined && { 'content-type': type }), ...extra };
    const answer = await fetch(this.urlOf(path), { method, headers, ...(body !== undefined && { body }) });
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    if (cookies.length > 0) this.cookie = cookies.join('; ');
    if (!answer.ok) throw new Problem(answer.status, (await answer.json().catch(() => ({}))) as Problem['body'], `${method} ${path}`);
    return answer;
  }
}
