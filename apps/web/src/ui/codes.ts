import { words } from '../words.js';

const CODES = {
  'maker-space': ['众创空间', 'Maker space'], incubator: ['孵化器', 'Incubator'], accelerator: ['加速器', 'Accelerator'], 'maker-world': ['星创天地', 'Rural maker space'],
  district: ['区级', 'District'], municipal: ['市级', 'Municipal'], national: ['国家级', 'National'], none: ['未定级', 'No level'],
  zone: ['高新区', 'Zone'], core: ['核心区', 'Core'], area: ['片区', 'Area'], park: ['园区', 'Park'], enclave: ['飞地园区', 'Enclave'], plot: ['地块', 'Plot'], floor: ['厂房楼层', 'Floor'],
  negotiate: ['洽谈', 'Talks'], sign: ['签约', 'Contract'], 'break-ground': ['开工', 'Ground broken'], complete: ['竣工', 'Built'], 'start-production': ['投产', 'Production'], 'reach-capacity': ['达产', 'Capacity'],
  'meeting-note': ['洽谈纪要', 'Note of the meeting'], agreement: ['投资协议', 'Agreement'], 'building-permit': ['施工许可证', 'Building permit'], photo: ['现场照片', 'Photo'], acceptance: ['竣工验收备案', 'Record of acceptance'], invoice: ['首批产品发票', 'Invoice'], 'output-report': ['产量或产值报表', 'Report of the output'],
  industry: ['工业', 'Industry'], 'transport-and-software': ['交通、软件', 'Transport and software'], 'business-and-research': ['商务与科研', 'Business and research'], 'resident-services': ['居民服务', 'Services for residents'], wholesale: ['批发', 'Wholesale'], retail: ['零售', 'Retail'], 'lodging-and-catering': ['住宿餐饮', 'Lodging and catering'],
  investment: ['投资额', 'Investment'], output: ['产值', 'Output'], tax: ['税收', 'Tax'], jobs: ['就业', 'Jobs'], 'output-per-mu': ['亩均产值', 'Output per mu'],
  incubatee: ['在孵', 'Incubatee'], graduate: ['毕业企业', 'Graduate'], left: ['离园', 'Left'], removed: ['清退', 'Removed'],
  entrepreneur: ['企业家', 'Entrepreneur'], investor: ['投资人', 'Investor'], expert: ['专家', 'Expert'], professional: ['专业服务', 'Professional'], team: ['团队', 'Team'], institute: ['机构', 'Institute'], university: ['高校', 'University'], hospital: ['医院', 'Hospital'], enterprise: ['企业', 'Enterprise'], other: ['其他', 'Other'],
  low: ['不急', 'Low'], normal: ['一般', 'Normal'], high: ['较急', 'High'], urgent: ['紧急', 'Urgent'],
  equity: ['股权', 'Equity'], convertible: ['可转债', 'Convertible'], grant: ['资助', 'Grant'], contract: ['签订合同', 'Contract'], midterm: ['中期检查', 'Midterm'],
  'start-up': ['初创期', 'Start-up'], growth: ['成长期', 'Growth'], stable: ['稳定期', 'Stable'], first: ['首次申报', 'First'], 're-review': ['重新认定', 'Re-review'],
  'cash-months': ['资金不足', 'Little cash'], 'days-left': ['合同将到期', 'Contract ends'], 'reports-late': ['报告逾期', 'Report late'], 'staff-change': ['人员减少', 'Staff down'], 'milestones-late': ['里程碑逾期', 'Milestone late'], 'milestone-moves': ['里程碑一再推迟', 'Milestone moved'],
  load: ['承重', 'Load'], height: ['层高', 'Height'], power: ['电力', 'Power'], water: ['供水', 'Water'], gas: ['供气', 'Gas'], discharge: ['排放', 'Discharge'], price: ['价格', 'Price'], kind: ['类型', 'Kind'], reserve: ['余量', 'Reserve'],
  administrator: ['管理员', 'Administrator'], auditor: ['审计员', 'Auditor'], leader: ['区领导', 'District leader'], owner: ['项目负责人', 'Team leader'], judge: ['评委', 'Judge'], 'platform-manager': ['载体经理', 'Platform manager'], 'fund-manager': ['基金经理', 'Fund manager'], 'bank-officer': ['银行经办', 'Bank officer'], 'technology-manager': ['技术经理人', 'Technology manager'], 'park-manager': ['园区经理', 'Park manager'],
  'signed-not-begun': ['签约未开工', 'Signed, not begun'], 'begun-not-building': ['开工后停滞', 'Begun, not building'], 'built-not-producing': ['竣工未投产', 'Built, not producing'], stalled: ['久未推进', 'Stalled'],
  'two-copies': ['两份原文', 'Two copies'], 'one-copy': ['一份原文', 'One copy'], example: ['示例', 'Example'],
} as const;

const useCodes = words('codes', CODES as Readonly<Record<keyof typeof CODES, readonly [string, string]>>);

/** What a code of the service is called in the reader's language; the code where it has no name. */
export function useCodeName(): (code: string) => string {
  const t = useCodes();
  return (code) => (Object.hasOwn(CODES, code) ? t(code as keyof typeof CODES) : code);
}

/** Codes as the choices of a field. */
export function useChoices(): (codes: readonly string[]) => { value: string; label: string }[] {
  const name = useCodeName();
  return (codes) => codes.map((value) => ({ value, label: name(value) }));
}
