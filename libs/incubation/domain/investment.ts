import { eventType, stateMachine } from '#kernel';

export const investmentMachine = stateMachine({ name: 'investment', initial: 'paid', states: { paid: 'paid to the firm', 'taken-back': 'put down by mistake, or given back' }, transitions: { 'take-back': { from: ['paid'], to: 'taken-back' } } });

export const investmentPaid = eventType<{ fund: string; incubatee: string | null; amount: number; instrument: string; on: string }>('investment:paid', 'When a seed fund has paid money to a project’s firm.');
export const investmentTakenBack = eventType<{ fund: string; amount: number; reason: string }>('investment:taken-back', 'When a payment of a seed fund is taken back that was put down by mistake, or has come back.');
