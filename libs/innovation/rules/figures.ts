import { CLASS_ONE } from '../domain/firm-seen.js';
import type { Register } from '../domain/firm.js';
import { CERTIFICATE_KEYS, CERTIFICATES } from './certificates.js';

/** One figure that the register gives: how many there are on a day (`stock`), or what came in a year (`flow`). */
export interface Figure {
  readonly key: string;
  readonly of: 'stock' | 'flow';
  readonly unit: 'count' | 'fen';
  /** What it counts: the certificates, or a register's papers, of some kinds. */
  readonly from: { readonly register: Register | 'certificate'; readonly kinds?: readonly string[] };
  /** Firms count once, however many papers they have. */
  readonly firms: boolean;
  readonly zh: string;
  readonly en: string;
  readonly definition: { readonly zh: string; readonly en: string };
}

const paper = (key: string, from: Figure['from'], of: Figure['of'], unit: Figure['unit'], zh: string, en: string, what: readonly [zh: string, en: string]): Figure => ({ key, of, unit, from, firms: false, zh, en, definition: { zh: what[0], en: what[1] } });

export const FIGURES: readonly Figure[] = [
  ...CERTIFICATE_KEYS.map((key): Figure => ({
    ...{ key: `holders-${key}`, of: 'stock', unit: 'count', from: { register: 'certificate', kinds: [key] }, firms: true, zh: `${CERTIFICATES[key].zh}数`, en: `holders of: ${CERTIFICATES[key].en}` },
    definition: { zh: '当日持有效证书的企业，一家计一次；新增指上年末未持证者', en: 'firms whose certificate holds on the day, each once; new are those that had none at the end of the year before' },
  })),
  paper('class-one-ip', { register: 'ip', kinds: CLASS_ONE }, 'stock', 'count', '有效 I 类知识产权', 'valid class I IP', ['当日有效、未撤销的登记', 'entries that hold on the day']),
  paper('contracts', { register: 'contract' }, 'flow', 'count', '技术合同数', 'technology contracts', ['年内登记', 'registered in the year']),
  paper('contract-amount', { register: 'contract' }, 'flow', 'fen', '技术合同额', 'amount of technology contracts', ['年内登记的合同金额', 'of those registered in the year']),
  paper('achievements', { register: 'achievement' }, 'flow', 'count', '登记科技成果', 'achievements registered', ['年内登记', 'registered in the year']),
  paper('platforms', { register: 'platform' }, 'stock', 'count', '研发与服务平台', 'research and service platforms', ['当日有效的平台', 'platforms that hold on the day']),
  paper('talents', { register: 'talent' }, 'flow', 'count', '人才（计划、工作站、团队）', 'talents', ['年内登记', 'registered in the year']),
  paper('awards', { register: 'award' }, 'flow', 'count', '科技奖励', 'science awards', ['年内获得', 'awarded in the year']),
];

export const FIGURE_KEYS = FIGURES.map(({ key }) => key);
