import type { Group, RuleSet } from '#kernel';

/** 科技企业孵化器管理办法 第六条: the fields in which a firm may stay longer. */
const LONG_FIELDS = ['biomedicine', 'modern-agriculture', 'integrated-circuits'] as const;

const NATIONAL = { version: '2018', inForceFrom: '2019-01-01', source: '国科发区〔2018〕300号', certainty: 'two-copies' } as const;
const CHONGQING = { version: '2019', inForceFrom: '2019-07-01', source: '渝科局发〔2019〕119号', certainty: 'one-copy' } as const;

const INCUBATOR_TERM: Group = {
  zh: '孵化时限',
  en: 'the term of incubation',
  atLeast: 1,
  of: [
    { metric: 'term-months', comparison: 'at-most', threshold: 48, unit: 'months', zh: '孵化时限不超过 48 个月', en: 'a term of at most 48 months' },
    {
      zh: '生物医药、现代农业、集成电路领域不超过 60 个月',
      en: 'at most 60 months in biomedicine, modern agriculture, integrated circuits',
      of: [
        { metric: 'field', comparison: 'one-of', threshold: LONG_FIELDS, zh: '属于生物医药、现代农业、集成电路', en: 'in biomedicine, modern agriculture or integrated circuits' },
        { metric: 'term-months', comparison: 'at-most', threshold: 60, unit: 'months', zh: '孵化时限不超过 60 个月', en: 'a term of at most 60 months' },
      ],
    },
  ],
};

const MAKER_TERM: Group = { zh: '入驻时限', en: 'the stay', of: [{ metric: 'term-months', comparison: 'at-most', threshold: 24, unit: 'months', zh: '入驻时间不超过 24 个月', en: 'a stay of at most 24 months' }] };

const NEW_TECHNOLOGY = { metric: 'new-technology', comparison: 'is', threshold: true, zh: '从事新技术、新产品的研发、生产和服务', en: 'works on new technology, products or services' } as const;
const WORKS_HERE = { metric: 'registered-and-working-here', comparison: 'is', threshold: true, zh: '注册地和主要研发、办公场所在本孵化器内', en: 'is registered here and works here' } as const;
const AGE = { metric: 'age-months', comparison: 'at-most', threshold: 24, unit: 'months', zh: '申请入孵时成立时间不超过 24 个月', en: 'founded at most 24 months before it enters' } as const;

/** Who may come in, and for how long; `move`: from another platform, where its age no longer counts. */
export const ADMISSION: readonly RuleSet[] = [
  { key: 'incubator-admission', ...NATIONAL, root: { zh: '在孵企业条件', en: 'Conditions of an incubatee', of: [NEW_TECHNOLOGY, WORKS_HERE, AGE, INCUBATOR_TERM] } },
  { key: 'incubator-admission', ...NATIONAL, appliesTo: ['move'], root: { zh: '在孵企业条件（由其他载体转入）', en: 'Conditions of an incubatee from another platform', of: [NEW_TECHNOLOGY, WORKS_HERE, INCUBATOR_TERM] } },
  { key: 'incubator-admission', ...NATIONAL, appliesTo: ['term'], root: INCUBATOR_TERM },
  { key: 'maker-space-admission', ...CHONGQING, root: MAKER_TERM },
  { key: 'maker-space-admission', ...CHONGQING, appliesTo: ['term'], root: MAKER_TERM },
];

/** The rule of admission for a kind of platform; accelerators have none of their own. */
export const admissionRuleOf = (platformKind: string): string => (platformKind === 'maker-space' || platformKind === 'maker-world' ? 'maker-space-admission' : `${platformKind}-admission`);
