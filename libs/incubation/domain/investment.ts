import { eventType, stateMachine } from '#kernel';

export const investmentMachine = stateMachine({ name: 'investment', initial: 'paid', states: { paid: 'paid to the firm' }, transitions: {} });

export const investmentPaid = eventType<{ fund: string; incubatee: string | null; amount: number; instrument: string; on: string }>('investment:paid', 'When a seed fund has paid money to a project’s firm.');
