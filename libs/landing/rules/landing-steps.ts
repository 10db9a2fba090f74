import type { Certainty, Clause, RuleSet } from '#kernel';

const EXAMPLE = { version: 'example', inForceFrom: '2015-01-01', source: '示例：请以本地招商落地管理办法为准', certainty: 'example' } as const satisfies { version: string; inForceFrom: string; source: string; certainty: Certainty };

const paper = (metric: string, zh: string, en: string): Clause => ({ metric, comparison: 'is', threshold: true, zh, en });
const of = (step: string, zh: string, en: string, papers: readonly Clause[]): RuleSet => ({ ...EXAMPLE, key: `landing-${step}`, root: { zh, en, of: papers } });

/** What must be on file before a step counts: approvals, invoices, photos. Examples of the right shape; a district's own lists go in their place. */
export const LANDING_RULES: readonly RuleSet[] = [
  of('negotiate', '洽谈', 'talks', [paper('meeting-note', '洽谈纪要', 'a note of the meeting')]),
  of('sign', '签约', 'contract', [paper('agreement', '投资协议', 'the agreement')]),
  of('break-ground', '开工', 'ground broken', [paper('building-permit', '施工许可证', 'the building permit'), paper('photo', '现场照片', 'a photo of the site')]),
  of('complete', '竣工', 'built', [paper('acceptance', '竣工验收备案', 'the record of acceptance'), paper('photo', '现场照片', 'a photo of the plant')]),
  of('start-production', '投产', 'first production', [paper('invoice', '首批产品发票', 'an invoice of the first goods')]),
  of('reach-capacity', '达产', 'full production', [paper('output-report', '产量或产值报表', 'a report of the output')]),
];

/** The papers that evidence may be, each with what it proves. */
export const EVIDENCE = [...new Set(LANDING_RULES.flatMap(({ root }) => root.of.flatMap((part) => ('metric' in part ? [part.metric] : []))))];

/** Hours after a step happened within which it is entered; later, it is marked late. An example. */
export const ENTRY_HOURS = 72;
