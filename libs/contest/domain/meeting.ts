import { eventType, refusalType, stateMachine } from '#kernel';

export const meetingMachine = stateMachine({
  name: 'meeting',
  initial: 'called',
  states: { called: 'has its agenda; its members see it', 'in-session': 'goes through its agenda', closed: 'over; its decisions stand' },
  transitions: { begin: { from: ['called', 'in-session'], to: 'in-session' }, decide: { from: ['in-session'], to: 'in-session' }, close: { from: ['called', 'in-session'], to: 'closed' } },
});

export const DECISIONS = ['goes-on', 'stays-out', 'as-ranked'] as const;

export const meetingCalled = eventType<{ call: string; callName: string; name: string; entries: number; people: readonly string[] }>('meeting:called', 'When a panel is called together over entries of a round.');
export const entryTakenUp = eventType<{ entry: string; out: number }>('meeting:entry-taken-up', 'When a panel comes to an entry of its agenda.');
export const panelDecided = eventType<{ entry: string; decision: string; note: string }>('meeting:decided', 'When a panel’s decision on an entry is taken down.');
export const meetingClosed = eventType<{ decided: number; open: number }>('meeting:closed', 'When a panel’s meeting is over.');

export const notOnAgenda = refusalType('meeting:not-on-agenda', 'invalid', '项目 {entry} 不在议程中。', 'The entry {entry} is not on the agenda.');
export const notTakenUp = refusalType('meeting:not-taken-up', 'conflict', '请先进入该议题，再记录决定。', 'Take the entry up first; then put the decision down.');
export const nobodyLeft = refusalType('meeting:nobody-left', 'unmet', '所有与会评委都须回避该项目；请另行召集。', 'Everyone present has to leave the room for this entry; call others together.');
