import type { Clause, Group, RuleSet } from '#kernel';

const paper = (metric: string, zh: string, en: string): Clause => ({ metric, comparison: 'is', threshold: true, zh, en });
const EVALUATION = paper('evaluation', '评价证明', 'an evaluation');
const of = (key: string, root: Group): RuleSet => ({ key: `achievement-${key}`, version: '2000', inForceFrom: '2001-01-01', source: '国科发计字〔2000〕542号', certainty: 'two-copies', root });

/** What the file of an achievement must hold to be registered (科技成果登记办法). */
export const ACHIEVEMENT_RULES: readonly RuleSet[] = [
  of('applied', {
    zh: '应用技术成果（其一）',
    en: 'An applied result (either)',
    atLeast: 1,
    of: [
      { zh: '评价证明与研制报告', en: 'evaluation and report', of: [EVALUATION, paper('report', '研制报告', 'the report')] },
      { zh: '知识产权证明与用户证明', en: 'proof of IP and of a user', of: [paper('ip-proof', '知识产权证明', 'proof of its IP'), paper('user-proof', '用户证明', 'a user’s proof')] },
    ],
  }),
  of('theory', { zh: '基础理论成果', en: 'A result of theory', of: [paper('papers', '学术论文', 'its papers'), paper('citations', '被引用证明', 'their citations')] }),
  of('soft', { zh: '软科学成果', en: 'A result of soft science', of: [EVALUATION] }),
];
