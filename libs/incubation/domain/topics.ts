/** What mentors advise on; each topic has an evaluation sheet of its own, whose questions a mentor answers from 1 to 5. */
export interface Topic {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly questions: readonly { readonly key: string; readonly zh: string; readonly en: string }[];
}

const question = (key: string, zh: string, en: string) => ({ key, zh, en });

export const TOPICS: readonly Topic[] = [
  { key: 'technology', zh: '技术', en: 'Technology', questions: [question('maturity', '技术成熟度', 'maturity of the technology'), question('lead', '相对领先程度', 'lead over others'), question('road', '技术路线是否可行', 'whether the road ahead is feasible')] },
  { key: 'market', zh: '市场', en: 'Market', questions: [question('need', '客户需求是否真实', 'whether customers need it'), question('channels', '渠道与订单', 'channels and orders'), question('price', '定价与毛利', 'price and margin')] },
  { key: 'finance', zh: '融资与财务', en: 'Finance', questions: [question('plan', '资金计划', 'plan of its money'), question('books', '财务规范', 'state of its books'), question('investors', '投资人准备程度', 'readiness for investors')] },
  { key: 'ip', zh: '知识产权', en: 'Intellectual property', questions: [question('protection', '保护布局', 'protection'), question('freedom', '侵权风险', 'freedom to operate')] },
  { key: 'law', zh: '法务', en: 'Law', questions: [question('contracts', '合同与合规', 'contracts and compliance'), question('shares', '股权结构', 'structure of shares')] },
  { key: 'people', zh: '团队与人才', en: 'People', questions: [question('team', '团队完整度', 'completeness of the team'), question('hiring', '招聘与激励', 'hiring and incentives')] },
  { key: 'policy', zh: '政策申报', en: 'Public support', questions: [question('fit', '与政策条件的差距', 'gap to the conditions'), question('papers', '材料准备', 'state of the papers')] },
];

export const TOPIC_KEYS = TOPICS.map(({ key }) => key);
