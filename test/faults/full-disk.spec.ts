import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pause } from '#platform';
import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { openCall } from '../support/chain.js';
import { FORM, upload } from '../support/form.js';
import { startTestService, type TestService } from '../support/service.js';

/** A disk of 4 MB under an installation’s uploads; false where this machine lets nobody mount one. */
function mounted(folder: string): boolean {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m,mode=755', 'trellis', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const home = mkdtempSync(join(tmpdir(), 'trellis-full-'));
const disk = join(home, 'uploads');
const small = mounted(disk);

describe('the disk that uploads wait on', () => {
  let service: TestService;
  let team: Visitor;
  let call: string;
  const TUS = { 'tus-resumable': '1.0.0' };
  const piece = (address: string, from: number, bytes: Uint8Array) => team.raw('PATCH', address, { ...TUS, 'upload-offset': String(from), 'content-type': 'application/offset+octet-stream', 'accept-language': 'zh-CN' }, bytes);

  beforeAll(async () => {
    service = await startTestService({ environment: { TRELLIS_HOME: home } });
    call = await openCall(await service.office(), { form: FORM });
    team = await service.visitor('team').signUp();
  });
  afterAll(async () => {
    await service.stop();
    if (small) execFileSync('umount', ['-l', disk]);
    rmSync(home, { recursive: true, force: true });
  });

  it('tells in the reader’s language what the protocol’s server refuses, and what is another’s as not there', async () => {
    const created = await team.raw('POST', '/uploads', { ...TUS, 'upload-length': '100', 'upload-metadata': `filename ${Buffer.from('x.txt').toString('base64')}` });
    const wrong = await piece(created.headers.get('location')!, 50, Buffer.alloc(10));
    expect([wrong.status, wrong.headers.get('content-type')]).toEqual([409, expect.stringContaining('application/problem+json')]);
    expect(await wrong.json()).toMatchObject({ code: 'request:malformed', detail: '请求无法读取：Upload-Offset conflict' });
    const strange = await (await service.visitor('stranger').signUp()).raw('HEAD', created.headers.get('location')!, TUS);
    expect(strange.status).toBe(404);
  });

  it('keeps what has come of a piece that is cut, and takes that for no fault', async () => {
    const created = await team.raw('POST', '/uploads', { ...TUS, 'upload-length': '100', 'upload-metadata': `filename ${Buffer.from('x.txt').toString('base64')}` });
    const address = created.headers.get('location')!;
    const { hostname, port, origin } = new URL(service.config.baseUrl);
    const cut = request({ hostname, port, method: 'PATCH', path: address, headers: { ...TUS, origin, cookie: team.cookieHeader(), 'upload-offset': '0', 'content-type': 'application/offset+octet-stream', 'content-length': '100' } });
    cut.on('error', () => undefined).write(Buffer.alloc(40));
    const held = async () => Number((await team.raw('HEAD', address, TUS)).headers.get('upload-offset'));
    for (let tries = 0; tries < 200 && statSync(join(disk, address.split('/').at(-1)!)).size < 40; tries++) await pause(20);
    cut.destroy();
    expect(await held()).toBe(40);
    expect((await piece(address, 40, Buffer.alloc(60))).status).toBe(204);
    expect(await (await fetch(`${origin}/metrics`)).text()).not.toMatch(/uploads[^}]*status="5/);
  });

  if (small)
    it('is told to be full where it is, loses nothing of an upload, and the upload goes on when there is room', async () => {
      const text = Buffer.from('方案'.repeat(100_000));
      const created = await team.raw('POST', '/uploads', { ...TUS, 'upload-length': String(text.length), 'upload-metadata': `filename ${Buffer.from('方案.txt').toString('base64')}` });
      const address = created.headers.get('location')!;
      expect((await piece(address, 0, text.subarray(0, 1000))).status).toBe(204);
      const filler = join(disk, 'filler');
      expect(() => {
        for (;;) writeFileSync(filler, Buffer.alloc(1 << 16), { flag: 'a' });
      }).toThrow('ENOSPC');
      const full = await piece(address, 1000, text.subarray(1000));
      expect([full.status, full.headers.get('content-type')]).toEqual([507, expect.stringContaining('application/problem+json')]);
      expect(await full.json()).toMatchObject({ code: 'service:disk-full', detail: expect.stringContaining('服务器磁盘已满') as string });
      expect((await team.raw('POST', '/uploads', { ...TUS, 'upload-length': '10' })).status).toBe(507);
      expect(await (await fetch(`${new URL(service.config.baseUrl).origin}/metrics`)).text()).toMatch(/uploads[^}]*status="507"/);
      rmSync(filler);
      const at = Number((await team.raw('HEAD', address, TUS)).headers.get('upload-offset'));
      expect(at).toBeGreaterThanOrEqual(1000);
      expect((await piece(address, at, text.subarray(at))).status).toBe(204);
      const { id: entry } = await team.post(`/calls/${call}/entries`, { title: '满盘', abstract: '摘要', facts: {} });
      await team.post(`/entries/${entry}/files`, { field: 'papers', upload: address.split('/').at(-1) });
      await team.post(`/entries/${entry}/files`, { field: 'papers', upload: await upload(team, '又一份.txt', text.subarray(0, 600)) });
    });
});
