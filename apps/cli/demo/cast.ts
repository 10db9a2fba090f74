import { makeAdministrator } from '../../service/administrator.js';
import type { Service } from '../../service/service.js';
import type { Stage } from './stage.js';
import type { Visitor } from './visitor.js';

/** The people of the demo; all are examples. */
export interface Cast {
  readonly office: Visitor;
  readonly auditor: Visitor;
  readonly judges: readonly Visitor[];
  readonly platforms: readonly { id: string; manager: Visitor }[];
  readonly parks: readonly { id: string; manager: Visitor; sites: string[] }[];
  readonly fund: string;
}

const YUAN = 100;
/** Fields of technology that entries are in and judges know. */
export const FIELDS = ['智能制造', '新材料', '生物医药', '现代农业', '数字服务', '节能环保'];
const number = (n: number) => String(n).padStart(3, '0');

export async function gather(service: Service, stage: Stage): Promise<Cast> {
  const office = stage.visitor('示例管理员 001', 'office');
  await makeAdministrator(service.app, office);
  await office.signIn();
  const auditor = await stage.visitor('示例审计员 001', 'auditor').signUp();
  await office.post(`/people/${auditor.id}/roles`, { role: 'auditor' });
  const leader = await stage.visitor('示例区领导', 'leader').signUp();
  await office.post(`/people/${leader.id}/roles`, { role: 'leader' });

  const judges: Visitor[] = [];
  for (let n = 1; n <= 12; n++) {
    const judge = await stage.visitor(`示例评委 ${number(n)}`, n === 1 ? 'judge' : `judge${n}`).signUp();
    await office.post('/judges', { name: judge.name, email: judge.email, organisation: `示例机构 ${number(n)}`, fields: [FIELDS[n % FIELDS.length], FIELDS[(n + 2) % FIELDS.length]], maxEntries: 40 });
    judges.push(judge);
  }
  const fund = (await office.post('/funds', { name: '示例种子基金', contributors: [{ name: '市级引导资金', pledged: 12_000_000 * YUAN }, { name: '区财政', pledged: 18_000_000 * YUAN }] })).id;
  return { office, auditor, judges, platforms: await openPlatforms(stage, office), parks: await openParks(stage, office), fund };
}

async function openPlatforms(stage: Stage, office: Visitor) {
  const ladder = [
    ['示例众创空间', 'maker-space', 'district', 'platform'],
    ['示例孵化器', 'incubator', 'municipal', 'platform2'],
    ['示例加速器', 'accelerator', 'national', 'platform3'],
  ] as const;
  const platforms = [];
  for (const [name, kind, level, account] of ladder) {
    const { id } = await office.post('/platforms', { name, kind, level });
    const manager = await stage.visitor(`${name}经理`, account).signUp();
    await office.post(`/people/${manager.id}/roles`, { role: 'platform-manager', scope: id });
    platforms.push({ id, manager });
  }
  return platforms;
}

/** One zone with its core, an area and an enclave that another district runs along. */
async function openParks(stage: Stage, office: Visitor) {
  const zone = (await office.post('/parks', { name: '示例高新区', kind: 'zone' })).id;
  await office.post('/parks', { name: '示例核心区', kind: 'core', parent: zone });
  const area = (await office.post('/parks', { name: '示例产业园', kind: 'area', parent: zone })).id;
  const enclave = (await office.post('/parks', { name: '示例飞地园区', kind: 'enclave', parent: zone, partner: '示例合作区', partnerShare: 5000 })).id;
  await office.post(`/parks/${zone}/steps`, { act: 'recognise', level: 'municipal', on: '2022-12-01', paper: '示例认定文件' });
  await office.post(`/parks/${zone}/steps`, { act: 'cultivate', level: 'national', on: '2023-01-10', paper: '示例培育文件' });
  await office.post(`/parks/${zone}/tasks`, { title: '建成公共检测平台（示例）', dueOn: '2024-12-31' });
  const parks = [];
  for (const [id, account, name] of [[area, 'park', '示例产业园经理'], [enclave, 'park2', '示例飞地园区经理']] as const) {
    const manager = await stage.visitor(name, account).signUp();
    await office.post(`/people/${manager.id}/roles`, { role: 'park-manager', scope: id });
    const sites: string[] = [];
    for (let n = 1; n <= 6; n++) sites.push((await manager.post(`/parks/${id}/sites`, { code: `A-${number(n)}`, area: 2000 + 500 * n, latitude: 29.55 + 0.002 * n, longitude: 106.55 + 0.003 * ((n * 3) % 5), power: 200 * n, price: 20_000_00 + 5_000_00 * n })).id);
    parks.push({ id, manager, sites });
  }
  return parks;
}
