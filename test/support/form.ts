import type { Visitor } from '../../apps/cli/demo/visitor.js';

const words = (zh: string, en: string) => ({ zh, en });

/** A form with a field of each type, conditions, and fields that are identifying or for the office alone. */
export const FORM = {
  sections: [
    { key: 'project', title: words('项目', 'Project') },
    { key: 'people', title: words('团队', 'Team'), help: words('评委看不到', 'Judges do not see this') },
  ],
  fields: [
    { key: 'plan', section: 'project', type: 'text', label: words('方案', 'Plan'), required: true, maxLength: 40, minLength: 2 },
    { key: 'stage', section: 'project', type: 'choice', label: words('阶段', 'Stage'), required: true, options: [{ key: 'idea', label: words('概念', 'Idea') }, { key: 'product', label: words('产品', 'Product') }] },
    { key: 'revenue', section: 'project', type: 'money', label: words('收入', 'Revenue'), required: true, showIf: { field: 'stage', is: ['product'] } },
    { key: 'staff', section: 'project', type: 'number', label: words('人数', 'Staff'), unit: '人', min: 1, max: 500, whole: true },
    { key: 'founded', section: 'project', type: 'date', label: words('成立', 'Founded'), latest: '2025-12-31' },
    { key: 'market', section: 'project', type: 'table', label: words('市场', 'Market'), columns: [{ key: 'year', label: words('年份', 'Year'), type: 'number' }, { key: 'sales', label: words('销售', 'Sales'), type: 'money' }], mostRows: 5 },
    { key: 'papers', section: 'project', type: 'file', label: words('附件', 'Papers'), accept: ['pdf', 'docx', 'txt'], maxMegabytes: 1, most: 2 },
    { key: 'members', section: 'people', type: 'team', label: words('成员', 'Members'), most: 5, identifying: true },
    { key: 'firm', section: 'people', type: 'organisation', label: words('单位', 'Organisation'), identifying: true },
    { key: 'nickname', section: 'people', type: 'text', label: words('昵称', 'Nickname'), maxLength: 30, identifying: true },
    { key: 'phone', section: 'people', type: 'text', label: words('电话', 'Phone'), maxLength: 20, private: true },
  ],
} as const;

/** What a person does with a file in the browser: sends it in pieces, as `cut` says, and attaches it. */
export async function upload(who: Visitor, name: string, content: Uint8Array, { cutAt }: { cutAt?: number } = {}): Promise<string> {
  const metadata = `filename ${Buffer.from(name).toString('base64')}`;
  const created = await who.raw('POST', '/uploads', { 'tus-resumable': '1.0.0', 'upload-length': String(content.length), 'upload-metadata': metadata });
  if (created.status !== 201) throw new Error(`The upload was not begun: ${created.status} ${await created.text()}`);
  const location = created.headers.get('location')!;
  const piece = (from: number, to: number) => who.raw('PATCH', location, { 'tus-resumable': '1.0.0', 'upload-offset': String(from), 'content-type': 'application/offset+octet-stream' }, content.subarray(from, to));
  if (cutAt !== undefined) {
    await piece(0, cutAt);
    const { headers } = await who.raw('HEAD', location, { 'tus-resumable': '1.0.0' });
    await piece(Number(headers.get('upload-offset')), content.length);
  } else await piece(0, content.length);
  return location.split('/').at(-1)!;
}
