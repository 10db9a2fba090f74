import { eventType, refusalType, stateMachine } from '#kernel';

export const CONTRACT_KINDS = ['development', 'transfer', 'licence', 'consulting', 'service'] as const;
export const ACHIEVEMENT_KINDS = ['applied', 'theory', 'soft'] as const;
/** What an achievement's file may hold. */
export const ACHIEVEMENT_PAPERS = ['evaluation', 'report', 'ip-proof', 'user-proof', 'papers', 'citations'] as const;
export const MANAGER_LEVELS = ['junior', 'middle', 'senior'] as const;

export const contractMachine = stateMachine({
  name: 'technology-contract',
  initial: 'signed',
  states: { signed: 'signed by both', registered: 'registered, with its number', 'not-registered': 'not taken into the register, with a reason' },
  transitions: { register: { from: ['signed', 'not-registered'], to: 'registered' }, refuse: { from: ['signed'], to: 'not-registered' } },
});
export const achievementMachine = stateMachine({
  name: 'achievement',
  initial: 'entered',
  states: { entered: 'its file is being put together', registered: 'in the register, with its number' },
  transitions: { 'add-papers': { from: ['entered'], to: 'entered' }, register: { from: ['entered'], to: 'registered' } },
});
export const technologyManagerMachine = stateMachine({
  name: 'technology-manager',
  initial: 'active',
  states: { active: 'brings research and firms together', left: 'no longer' },
  transitions: { leave: { from: ['active'], to: 'left' } },
});

export const contractSigned = eventType<{ kind: string; title: string; amount: number; technologyAmount: number; signedOn: string }>('contract:signed', 'When a technology contract is entered.');
export const contractRegistered = eventType<{ kind: string; title: string; number: string; amount: number; technologyAmount: number; on: string }>('contract:registered', 'When a technology contract is registered.');
export const contractNotRegistered = eventType<{ title: string; reason: string }>('contract:not-registered', 'When a technology contract is not taken into the register.');
export const achievementEntered = eventType<{ kind: string; title: string; firstUnit: string }>('achievement:entered', 'When a result of research is entered.');
export const achievementPapersAdded = eventType<{ title: string; papers: readonly string[] }>('achievement:papers-added', 'When papers come to an achievement’s file.');
export const achievementRegistered = eventType<{ kind: string; title: string; number: string; on: string }>('achievement:registered', 'When a result of research is registered.');
export const managerEntered = eventType<{ name: string; level: string }>('technology-manager:entered', 'When a technology manager is entered.');
export const managerLeft = eventType<{ name: string; on: string }>('technology-manager:left', 'When a technology manager no longer works as one.');

export const contractAmounts = refusalType('contract:amounts', 'invalid', '非技术费用（{part} 元）不能超过合同总额（{amount} 元）。', 'What is not technology ({part} yuan) can’t be more than the whole ({amount} yuan).');
export const contractNumberTaken = refusalType('contract:number-taken', 'conflict', '登记编号“{number}”已被使用；一份合同只登记一次。', 'The number "{number}" is taken; a contract is registered once.');
export const sellerRegisters = refusalType('contract:seller-registers', 'unmet', '合同由卖方在其所在地登记。', 'A contract is registered by the seller, where he is.');
export const achievementKnown = refusalType('achievement:known', 'conflict', '“{title}”已由第一完成单位登记，不重复登记。', '"{title}" is entered already by its first unit; it is registered once.');
export const achievementUnmet = refusalType('achievement:incomplete', 'unmet', '成果材料不齐（{rule}）；缺什么见 explanation。', 'The achievement’s file is not complete ({rule}); explanation shows what is missing.');
export const problemNotSolved = refusalType('problem:not-solved', 'unmet', '难题尚未进入攻关，不能形成合同或成果。', 'The problem is not worked on yet; there is no contract or achievement of it.');

/** What of a contract is technology, in fen: the whole less equipment, material and other cost that is not (认定登记规则, 2001). */
export const technologyAmount = (amount: bigint, nonTechnical: bigint): bigint => amount - nonTechnical;
