import { eventType, stateMachine, type Payload } from '#kernel';
import type { Prize, UpperContest } from './call.js';
import type { RoundPlan } from './round-plan.js';

/** What the office has given a name. */
export const NAMED = ['contest', 'upper-contest', 'organisation', 'call', 'group', 'round', 'criterion', 'level', 'prize', 'column'] as const;

export interface UsedName {
  readonly zh: string;
  readonly of: (typeof NAMED)[number];
}

/** What an edition and its calls say that has a name. */
export interface NamedEdition {
  readonly name: string;
  readonly sponsors: readonly { readonly name: string }[];
  readonly uppers: readonly UpperContest[];
  readonly calls: readonly {
    readonly name: string;
    readonly group: string;
    readonly plans: readonly RoundPlan[];
    readonly rounds: readonly { readonly name: string }[];
    readonly prizes: readonly Prize[];
    readonly columns: readonly { readonly name: string }[];
  }[];
}

export const glossaryMachine = stateMachine({
  name: 'glossary',
  initial: 'kept',
  states: { kept: 'says what names are called in English' },
  transitions: { translate: { from: ['kept'], to: 'kept' } },
});

export const namesTranslated = eventType<{ names: number }>('glossary:translated', 'When the office says what names are called in English.');

const HAN = /\p{Script=Han}/u;

/** The names that an edition's readers meet, each once with the first thing it names; those without a Chinese character need no English. */
export function namesIn({ name, sponsors, uppers, calls }: NamedEdition): UsedName[] {
  const as = (of: UsedName['of'], named: readonly { readonly name: string }[]): UsedName[] => named.map(({ name: zh }) => ({ zh, of }));
  const ofCall = (call: NamedEdition['calls'][number]): UsedName[] => [
    ...as('call', [call]),
    { zh: call.group, of: 'group' },
    ...as('round', [...call.plans, ...call.rounds]),
    ...call.plans.flatMap(({ rubric }) => rubric.flatMap((criterion) => [...as('criterion', [criterion]), ...(criterion.levels ?? []).map(({ means }): UsedName => ({ zh: means, of: 'level' }))])),
    ...as('prize', call.prizes),
    ...as('column', call.columns),
  ];
  const all = [...as('contest', [{ name }]), ...as('organisation', sponsors), ...as('upper-contest', uppers), ...calls.flatMap(ofCall)];
  return [...new Map(all.filter(({ zh }) => HAN.test(zh)).reverse().map((used) => [used.zh, used] as const)).values()].reverse();
}

/** What an event tells, with the names in it in English where they have one. */
export const inEnglish = (payload: Payload, names: ReadonlyMap<string, string>): Payload => Object.fromEntries(Object.entries(payload).map(([field, value]) => [field, typeof value === 'string' ? (names.get(value) ?? value) : value]));
