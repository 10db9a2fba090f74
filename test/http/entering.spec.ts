import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { Upload } from 'tus-js-client';
import { runCli } from '../support/cli.js';
import type { Visitor } from '../../apps/cli/demo/visitor.js';
import { ELIGIBLE, openCall } from '../support/chain.js';
import { begin, COMPLETE, DRAFT, FIRM, see } from '../support/entries.js';
import { FORM, upload } from '../support/form.js';
import { refused } from '../support/refused.js';
import { startTestService, type TestService } from '../support/service.js';

let service: TestService;
let office: Visitor;

beforeAll(async () => {
  service = await startTestService();
  office = await service.office();
});
afterAll(() => service.stop());

let people = 0;
const someone = () => service.visitor(`person${++people}`).signUp();

describe('a call’s form', () => {
  let call: string;
  beforeAll(async () => void (call = await openCall(office, { form: FORM })));

  it('is given with the JSON Schema that both sides check by', async () => {
    const form = await service.visitor('nobody').get<{ formVersion: number; fields: object[]; schema: { required: string[]; properties: Record<string, { maxLength?: number }> } }>(`/calls/${call}/form`);
    expect(form.formVersion).toBe(1);
    expect(form.fields).toHaveLength(FORM.fields.length);
    expect(form.schema.required).toEqual(['plan', 'stage']);
    expect(form.schema.properties['plan']!.maxLength).toBe(40);
  });

  it('says of a draft what is missing or wrong, and refuses it with every mistake at its field', async () => {
    const team = await someone();
    const { id } = await begin(team, call, { answers: { plan: '𠮷'.repeat(41), stage: 'product', staff: 0.5, founded: '2025-02-30', firm: { name: '某公司', creditCode: '91350100M000100Y44' }, market: [{ year: 2024 }] } });
    expect(new Set((await see(team, id)).mistakes.map(({ field }) => field))).toEqual(new Set(['plan', 'revenue', 'staff', 'founded', 'firm.creditCode', 'market.0.sales']));
    const problem = await refused(team.post(`/entries/${id}/submit`));
    expect(problem.body.code).toBe('entry:answers-incomplete');
    expect((problem.body as { errors?: { field: string; message: string }[] }).errors).toContainEqual({ field: 'plan', message: '最多 40 个字。' });
    // 40 characters beyond the basic plane are 40 characters.
    await team.patch(`/entries/${id}`, { answers: { plan: '𠮷'.repeat(40), revenue: 1, staff: 5, founded: '2024-02-29', firm: FIRM, market: [{ year: 2024, sales: 5 }] } });
    expect((await see(team, id)).mistakes).toEqual([]);
    await team.post(`/entries/${id}/submit`);
  });

  it('does not ask what hangs on another answer, and leaves out what was answered before', async () => {
    const team = await someone();
    const { id } = await begin(team, call, { answers: { plan: '方案', stage: 'product', revenue: 100 } });
    await team.patch(`/entries/${id}`, { answers: { stage: 'idea' } });
    await team.post(`/entries/${id}/submit`);
    const { items } = await team.get<{ items: { content: { answers: object } }[] }>(`/entries/${id}/submissions`);
    expect(items[0]!.content.answers).toEqual({ plan: '方案', stage: 'idea' });
  });

  it('keeps an entry under the version it was filled under, until it goes over', async () => {
    const team = await someone();
    const { id } = await begin(team, call, { answers: COMPLETE });
    const wider = { ...FORM, fields: [...FORM.fields, { key: 'patents', section: 'project', type: 'number', label: { zh: '专利', en: 'Patents' }, required: true }] };
    expect(await office.put<{ formVersion: number }>(`/calls/${call}/form`, { form: wider })).toMatchObject({ formVersion: 2 });
    await team.post(`/entries/${id}/submit`);
    await team.patch(`/entries/${id}`, { formVersion: 2 });
    expect((await see(team, id)).mistakes.map(({ field }) => field)).toEqual(['patents']);
    await office.put(`/calls/${call}/form`, { form: FORM });
  });

  it.each([
    ['no sections', { fields: [] }],
    ['a key twice', { ...FORM, fields: [FORM.fields[0], FORM.fields[0]] }],
    ['a condition on what comes later', { ...FORM, fields: [FORM.fields[2], FORM.fields[1]] }],
    ['a field that is the entry’s own', { ...FORM, fields: [{ ...FORM.fields[0], key: 'title' }] }],
    ['a key that every object has', { ...FORM, fields: [{ ...FORM.fields[0], key: 'constructor' }] }],
    ['an unknown type', { ...FORM, fields: [{ ...FORM.fields[0], type: 'magic' }] }],
    ['an option that does nothing', { ...FORM, fields: [{ ...FORM.fields[0], rows: 3 }] }],
  ])('is refused with %s', async (_, form) => {
    expect((await refused(office.put(`/calls/${call}/form`, { form }))).body.code).toBe('form:invalid');
  });

  it('explains eligibility before anyone begins, and while it is written', async () => {
    const judged = await service.visitor('nobody').post<{ verdict: string }>(`/calls/${call}/eligibility`, { facts: { listed: true } });
    expect(judged.verdict).toBe('fail');
    const team = await someone();
    const { id } = await begin(team, call, { facts: { listed: false } });
    expect((await see(team, id)).eligibility!.verdict).toBe('unknown');
    await team.patch(`/entries/${id}`, { facts: ELIGIBLE });
    expect((await see(team, id)).eligibility!.verdict).toBe('pass');
  });
});

describe('a draft that several write', () => {
  let call: string;
  let owner: Visitor;
  let member: Visitor;
  let entry: { id: string; project: string };

  beforeAll(async () => {
    call = await openCall(office, { form: FORM });
    [owner, member] = [await someone(), await someone()];
    entry = await begin(owner, call, { answers: COMPLETE });
    const { token } = await owner.post<{ token: string }>(`/projects/${entry.project}/team/invitations`, { name: '示例成员' });
    expect((await refused(member.get(`/entries/${entry.id}`))).status).toBe(404);
    expect(await service.visitor('nobody').get<object>(`/team-invitations/by-link/${token}`)).toMatchObject({ title: DRAFT.title, state: 'open' });
    await member.post(`/team-invitations/by-link/${token}`);
    expect((await refused((await someone()).post(`/team-invitations/by-link/${token}`))).body.code).toBe('team:invitation-expired');
    expect((await refused(member.post(`/team-invitations/by-link/${token.slice(0, -1)}${token.endsWith('x') ? 'y' : 'x'}`))).status).toBe(404);
  });

  it('saves what does not collide, and shows what does field by field, with nothing lost', async () => {
    const seen = (await see(owner, entry.id)).fieldVersions;
    const at = (field: string) => ({ [field]: seen[field] ?? 0 });
    await owner.patch(`/entries/${entry.id}`, { answers: { plan: '甲方案' }, seen: at('plan') });
    const second = await member.patch<{ conflicts: { field: string; yours: unknown; theirs: unknown; version: number }[] }>(`/entries/${entry.id}`, { title: '新标题', answers: { plan: '乙方案', staff: 7 }, seen: { ...at('plan'), ...at('title'), ...at('staff') } });
    expect(second.conflicts).toEqual([{ field: 'plan', yours: '乙方案', theirs: '甲方案', version: 1 }]);
    expect(await see(member, entry.id)).toMatchObject({ title: '新标题', answers: { plan: '甲方案', staff: 7 } });
    const { items } = await member.get<{ items: { value: string; saved: boolean }[] }>(`/entries/${entry.id}/revisions?field=plan`);
    expect(items.map(({ value, saved }) => [value, saved])).toEqual([['乙方案', false], ['甲方案', true]]);
    await member.patch(`/entries/${entry.id}`, { answers: { plan: '乙方案' }, seen: { plan: 1 } });
    expect((await see(owner, entry.id)).answers['plan']).toBe('乙方案');
  });

  it('loses no change of those who save at once', async () => {
    const saves = Array.from({ length: 12 }, (_, n) => (n % 2 ? owner : member).patch<{ conflicts: object[] }>(`/entries/${entry.id}`, { answers: { nickname: `第 ${n} 版` }, seen: { nickname: 0 } }));
    const conflicts = (await Promise.all(saves)).filter((saved) => saved.conflicts.length > 0);
    expect(conflicts).toHaveLength(11);
    const { items } = await owner.get<{ items: object[] }>(`/entries/${entry.id}/revisions?field=nickname`);
    expect(items).toHaveLength(12);
  });

  it('is handed in by its owner alone, who may hand the team over; members leave, owners don’t', async () => {
    expect((await refused(member.post(`/entries/${entry.id}/submit`))).status).toBe(403);
    await owner.post(`/entries/${entry.id}/submit`);
    await owner.post(`/projects/${entry.project}/team/hand-over`, { owner: member.id });
    expect((await refused(owner.post(`/entries/${entry.id}/submit`))).status).toBe(403);
    await member.post(`/entries/${entry.id}/submit`);
    expect((await refused(member.delete(`/projects/${entry.project}/team/${member.id}`))).body.code).toBe('team:owner-stays');
    const { members } = await member.get<{ members: { person: string; owner: boolean }[] }>(`/projects/${entry.project}/team`);
    expect(members.map(({ person, owner: leads }) => [person, leads]).sort()).toEqual([[owner.id, false], [member.id, true]].sort());
    await owner.delete(`/projects/${entry.project}/team/${owner.id}`);
    expect((await refused(owner.get(`/entries/${entry.id}`))).status).toBe(404);
  });
});

describe('files', () => {
  let call: string;
  let team: Visitor;
  let entry: string;
  const text = (length: number) => Buffer.from('说明文字\n'.repeat(Math.ceil(length / 13))).subarray(0, length - (length % 13));

  beforeAll(async () => {
    call = await openCall(office, { form: FORM });
    team = await someone();
    entry = (await begin(team, call, { answers: COMPLETE })).id;
  });

  const attach = (id: string, field = 'papers') => team.post<{ file: string; sha256: string }>(`/entries/${entry}/files`, { field, upload: id });

  it('come in pieces and go on where they were cut off', async () => {
    const content = text(300_000);
    const id = await upload(team, '说明.txt', content, { cutAt: 100_000 });
    const { sha256, file } = await attach(id);
    const { url } = await team.get<{ url: string }>(`/entries/${entry}/files/${file}/link`);
    const got = await service.visitor('nobody').raw('GET', url);
    expect(Buffer.from(await got.arrayBuffer()).equals(content)).toBe(true);
    expect((await see(team, entry)).files).toMatchObject([{ name: '说明.txt', mediaType: 'text/plain', sha256 }]);
    await team.delete(`/entries/${entry}/files/${file}`);
  });

  it('are taken from the client library that browsers use', async () => {
    const cookie = team.cookieHeader();
    const url = await new Promise<string>((done, fail) => {
      const sent = new Upload(Buffer.from(text(50_000)), { endpoint: `${service.config.baseUrl}/api/uploads`, chunkSize: 20_000, uploadSize: text(50_000).length, metadata: { filename: 'a.txt' }, headers: { cookie }, onError: fail, onSuccess: () => done(sent.url!) });
      sent.start();
    });
    const { file } = await attach(url.split('/').at(-1)!);
    await team.delete(`/entries/${entry}/files/${file}`);
  });

  it('are refused while unfinished, and taken once they are whole', async () => {
    const created = await team.raw('POST', '/uploads', { 'tus-resumable': '1.0.0', 'upload-length': '100', 'upload-metadata': `filename ${Buffer.from('x.txt').toString('base64')}` });
    const id = created.headers.get('location')!.split('/').at(-1)!;
    expect((await refused(attach(id))).body).toMatchObject({ code: 'file:upload-unfinished', facts: { received: 0, size: 100 } });
  });

  it('are what they say they are, by content', async () => {
    const disguised = await upload(team, '计划书.pdf', Buffer.from('MZ\u0090\0\u0003\0\0\0 this is no document'));
    expect((await refused(attach(disguised))).body.code).toBe('file:not-what-it-says');
    const picture = await upload(team, 'picture.txt', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
    expect((await refused(attach(picture))).body.code).toBe('file:not-what-it-says');
    const large = await upload(team, 'large.txt', Buffer.alloc(1_100_000, 'a'));
    expect((await refused(attach(large))).body.code).toBe('file:too-large');
  });

  it('are limited in number, known by their hash, and kept under a safe name', async () => {
    const first = await attach(await upload(team, '../../etc/‮txt.说明 .txt', text(200)));
    expect((await see(team, entry)).files[0]!.name).toBe('txt.说明 .txt');
    const again = await attach(await upload(team, '../../etc/‮txt.说明 .txt', text(200)));
    expect(again.file).toBe(first.file);
    await attach(await upload(team, 'b.txt', text(300)));
    expect((await refused(attach(await upload(team, 'c.txt', text(400))))).body.code).toBe('file:too-many');
    expect((await refused(attach(await upload(team, 'd.txt', text(500)), 'plan'))).body.code).toBe('file:no-such-field');
  });

  it('are their owner’s alone, and links to them end', async () => {
    const id = await upload(team, 'own.txt', text(200));
    const stranger = await someone();
    expect((await stranger.raw('HEAD', `/uploads/${id}`, { 'tus-resumable': '1.0.0' })).status).toBe(404);
    expect((await service.visitor('nobody').raw('POST', '/uploads', { 'tus-resumable': '1.0.0', 'upload-length': '1' })).status).toBe(401);
    const { files } = await see(team, entry);
    expect((await refused(stranger.get(`/entries/${entry}/files/${files[0]!.id}/link`))).status).toBe(404);
    const { url } = await team.get<{ url: string }>(`/entries/${entry}/files/${files[0]!.id}/link`);
    service.clock.moveTo(new Date(service.clock.now().getTime() + 11 * 60_000));
    expect((await refused(team.get(url))).body.code).toBe('file:link-expired');
    expect((await refused(team.get(`${url.slice(0, -1)}A`))).status).toBe(404);
  });

  it('are told to be lost where the store has none, in words, and not sent as something else', async () => {
    const { files } = await see(team, entry);
    const { url } = await team.get<{ url: string }>(`/entries/${entry}/files/${files[0]!.id}/link`);
    const [kept, away] = [join(service.home, 'files'), join(service.home, 'away')];
    renameSync(kept, away);
    try {
      const answer = await team.raw('GET', url);
      expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([500, 'application/problem+json; charset=utf-8', null]);
      expect(await answer.json()).toMatchObject({ code: 'file:lost' });
    } finally {
      renameSync(away, kept);
    }
    expect((await team.raw('GET', url)).status).toBe(200);
  });

  it('are in the receipt, which can be checked offline, as JSON and as PDF, and not after a change', async () => {
    await team.post(`/entries/${entry}/submit`);
    const receipt = await team.get<{ receipt: { files: { name: string; sha256: string }[]; hash: string } }>(`/entries/${entry}/receipt`);
    expect(receipt.receipt.files.map(({ name }) => name)).toEqual(['txt.说明 .txt', 'b.txt']);
    const at = (name: string) => join(service.home, name);
    writeFileSync(at('receipt.json'), JSON.stringify(receipt));
    writeFileSync(at('changed.json'), JSON.stringify(receipt).replace(receipt.receipt.hash, '0'.repeat(64)));
    const pdf = await team.raw('GET', `/entries/${entry}/receipt.pdf`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    writeFileSync(at('receipt.pdf'), Buffer.from(await pdf.arrayBuffer()));
    for (const [file, code] of [['receipt.json', 0], ['receipt.pdf', 0], ['changed.json', 1]] as const) expect([file, (await runCli(['audit', 'verify-receipt', at(file)])).code]).toEqual([file, code]);
    expect(await service.visitor('nobody').get<object>(`/receipts/${receipt.receipt.hash}`)).toMatchObject({ known: true });
    expect(await service.visitor('nobody').get<object>(`/receipts/${'0'.repeat(64)}`)).toEqual({ known: false });
  });

  it('give away no author: names in texts, files, their names and properties are pointed out, and withheld until seen to', async () => {
    const author = service.visitor('author');
    await author.signUp();
    await author.patch(`/people/${author.id}`, { name: '示例作者甲' });
    const own = await begin(author, call, { organisation: '示例薄膜厂', abstract: '本项目由示例薄膜厂研发', answers: COMPLETE });
    const docx = zipSync({
      '[Content_Types].xml': strToU8('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'),
      'word/document.xml': strToU8('<w:document><w:body><w:p><w:r><w:t>联系人 示例 作者甲</w:t></w:r></w:p></w:body></w:document>'),
      'docProps/core.xml': strToU8('<cp:coreProperties><dc:creator>示例作者甲</dc:creator></cp:coreProperties>'),
    });
    const papers = await upload(author, '示例薄膜厂-计划书.docx', docx);
    const { file } = await author.post<{ file: string }>(`/entries/${own.id}/files`, { field: 'papers', upload: papers });
    await author.post(`/entries/${own.id}/submit`);
    await service.settle();
    type Finding = { id: string; entry: string; place: string; of: string; name: string; clearedAt: string | null };
    const found = async () => (await office.get<{ items: Finding[] }>(`/calls/${call}/findings`)).items.filter((one) => one.entry === own.id && one.clearedAt === null);
    expect(new Set((await found()).map(({ place, name }) => `${place} ${name}`))).toEqual(new Set(['answer 示例薄膜厂', 'file-name 示例薄膜厂', 'file-text 示例作者甲', 'file-property 示例作者甲']));
    await office.put(`/entries/${own.id}/redactions`, { field: 'abstract', text: '本项目由某厂研发' });
    await office.post(`/entries/${own.id}/redacted-files`, { redacts: file, upload: await upload(office, 'plan.txt', text(200)) });
    await service.settle();
    expect(await found()).toEqual([]);
  });
});
