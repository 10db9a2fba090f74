import { eventType, refusalType } from '#kernel';

/** What may stand between a person and a project or an organisation, so that he should not judge it or decide on it. */
export const TIES = {
  mentor: '导师 / mentor',
  investor: '投资人 / investor',
  relative: '亲属 / relative',
  contract: '合同合作 / contract',
  achievement: '共同成果 / shared achievement',
  employment: '任职 / employment',
  other: '其他 / other',
} as const;

export type TieKind = keyof typeof TIES;
export const TIE_KINDS = Object.keys(TIES) as TieKind[];

export const tieDeclared = eventType<{ person: string; project: string | null; organisation: string | null; kind: string }>('tie:declared', 'When someone declares what ties him, or another, to a project or an organisation.');
export const tieWithdrawn = eventType<{ person: string; tie: string }>('tie:withdrawn', 'When a declared tie is taken back.');

export const tieToOne = refusalType('tie:to-one', 'invalid', '请填写项目或单位其中之一。', 'Give either a project or an organisation.');
