import { inYuan } from '#ledger';

export interface ContractFacts {
  readonly district: string;
  readonly scheme: { readonly name: string; readonly source: string; readonly paper: string | null; readonly slack: number };
  readonly contractNo: string;
  readonly firm: string;
  readonly title: string;
  readonly plan: string;
  readonly targets: string;
  readonly approved: bigint;
  readonly own: bigint;
  readonly endsOn: string;
  readonly budget: readonly { readonly name: string; readonly amount: number }[];
  readonly instalments: readonly { readonly number: number; readonly amount: bigint; readonly upon: string }[];
}

const UPON: Readonly<Record<string, string>> = { contract: '合同签订后', midterm: '中期检查通过后', acceptance: '验收通过后' };

/** The contract's lines: what the firm will do, what it gets and when, what it may spend it on. Both sign this text. */
export const contractText = ({ district, scheme, contractNo, firm, title, plan, targets, approved, own, endsOn, budget, instalments }: ContractFacts): string[] => [
  `科技项目任务书（合同） ${contractNo}`,
  `甲方：${district}    乙方：${firm}`,
  `一、项目：${title}。列入“${scheme.name}”，资金来源：${scheme.source}${scheme.paper === null ? '' : `，依据：${scheme.paper}`}。`,
  `二、研究内容：${plan}`,
  `三、验收指标：${targets}`,
  `四、项目须于 ${endsOn} 前完成。`,
  `五、甲方资助 ${inYuan(approved)} 元，乙方自筹 ${inYuan(own)} 元，合计 ${inYuan(approved + own)} 元。`,
  `六、拨付：${instalments.map(({ number, amount, upon }) => `第 ${number} 期 ${inYuan(amount)} 元，${UPON[upon]}`).join('；')}。`,
  `七、预算：${budget.map(({ name, amount }) => `${name} ${inYuan(amount)} 元`).join('；')}。单个科目超支不得超过 ${scheme.slack}%。`,
  '八、资金须凭凭证据实列支；验收未通过或提前终止的，未支出的资助资金退回甲方。',
];
