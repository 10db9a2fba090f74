import { incubateeGraduated } from '#incubation';
import { dealIntended, roseAboveScale } from '#landing';
import { OFFICE } from './audiences.js';
import { notice, type Notice } from '../notice.js';

/** What comes after incubation: landing. */
export const CHAIN: readonly Notice[] = [
  notice({
    kind: 'graduate-to-land',
    on: incubateeGraduated,
    to: { role: 'park-manager', on: 'anything' },
    zh: { subject: '{firm} 毕业，可对接落地', text: '{firm} 已达到毕业条件，请对接其落地用地与厂房需求。' },
    en: { subject: '{firm} has graduated and may land', text: '{firm} has met the rules of graduation. Ask what site it needs.' },
  }),
  notice({
    kind: 'deal-to-negotiate',
    on: dealIntended,
    to: { role: 'park-manager', on: { field: 'park' } },
    zh: { subject: '{firm} 有意落地', text: '{firm} 有意在园区落地，承诺带动就业 {jobs} 人，请洽谈选址。' },
    en: { subject: '{firm} wants to land', text: '{firm} wants to land in the park and promises {jobs} jobs. Talk about a site.' },
  }),
  notice({
    kind: 'above-scale',
    on: roseAboveScale,
    to: OFFICE,
    zh: { subject: '一家企业升规', text: '{quarter} 起，一家落地企业四个季度产值达到规模以上标准，请办理入库。' },
    en: { subject: 'A plant has risen above scale', text: 'With {quarter} a plant’s output of four quarters has passed the threshold. Enter it with the statistics office.' },
  }),
];
