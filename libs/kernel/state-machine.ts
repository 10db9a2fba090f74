import type { Announcement } from './event-type.js';
import { isRefusal, refusalType, refuse, type Refusal } from './refusal.js';

/** What a decision comes to: the state to be in, and what is announced with it. */
export interface Decision<S extends string = string> {
  readonly to: S;
  readonly events: readonly Announcement[];
}

/** A named condition on a transition: null lets it pass. */
export type Guard<F> = (facts: F) => Refusal | null;

export interface Transition<S extends string, F> {
  readonly from: readonly S[];
  /** Where it leads; a step that changes something within a state stays where it is taken. */
  readonly to?: S;
  readonly guards?: readonly Guard<F>[];
}

export interface StateMachine<S extends string = string, T extends string = string, F = never> {
  readonly name: string;
  readonly initial: S;
  readonly states: Readonly<Record<S, string>>;
  readonly transitions: Readonly<Record<T, Transition<S, F>>>;
  /** The decision to be in the initial state. */
  begin(...events: Announcement[]): Decision<S>;
  /** Takes `transition` from `state`, or says why not. */
  take(transition: T, state: string, facts: F, events: readonly Announcement[]): Decision<S> | Refusal;
  /** The transitions that leave `state`: what a screen may offer next. */
  next(state: string): T[];
}

export const notInThatState = refusalType(
  'state:not-allowed',
  'conflict',
  '“{machine}”现处于“{state}”状态，不能执行“{transition}”；可从这些状态执行：{from}。',
  'This {machine} is "{state}" and cannot "{transition}" now; that is possible from: {from}.',
);

/**
 * Declares a machine: a table of states (with what each means) and transitions.
 * @throws Error when a transition names an unknown state or a state can't be reached.
 */
export function stateMachine<S extends string, T extends string, F = Record<string, never>>(definition: {
  name: string;
  initial: NoInfer<S>;
  states: Record<S, string>;
  transitions: Record<T, Transition<NoInfer<S>, F>>;
}): StateMachine<S, T, F> {
  const { name, states, transitions, initial } = definition;
  const table = Object.entries(transitions) as [T, Transition<S, F>][];
  for (const [transition, { from, to }] of table)
    for (const state of to === undefined ? from : [...from, to])
      if (!(state in states)) throw new Error(`${name}: "${transition}" names an unknown state "${state}"`);
  const reached = new Set<string>([initial, ...table.flatMap(([, { to }]) => to ?? [])]);
  for (const state of Object.keys(states))
    if (!reached.has(state)) throw new Error(`${name}: no transition reaches "${state}"`);
  return {
    ...definition,
    begin: (...events) => ({ to: initial, events }),
    take(transition, state, facts, events) {
      const { from, to, guards = [] } = transitions[transition];
      const at = from.find((allowed) => allowed === state);
      if (at === undefined)
        return refuse(notInThatState, { machine: name, state, transition, from: from.join(', ') });
      for (const guard of guards) {
        const refusal = guard(facts);
        if (isRefusal(refusal)) return refusal;
      }
      return { to: to ?? at, events };
    },
    next: (state) => table.filter(([, { from }]) => from.some((s) => s === state)).map(([transition]) => transition),
  };
}

/** The machine as a Mermaid state diagram; guards stand behind the transition's name. */
export function drawMachine(machine: Pick<StateMachine, 'initial'> & { states: object; transitions: object }): string {
  const lines = ['stateDiagram-v2', `  [*] --> ${label(machine.initial)}`];
  const table = machine.transitions as Record<string, Transition<string, never>>;
  for (const [name, { from, to, guards = [] }] of Object.entries(table))
    for (const state of from)
      lines.push(
        `  ${label(state)} --> ${label(to ?? state)}: ${name}${guards.map((guard) => ` [${guard.name}]`).join('')}`,
      );
  for (const [state, meaning] of Object.entries(machine.states)) lines.push(`  ${label(state)}: ${state} (${meaning})`);
  return lines.join('\n');
}

const label = (state: string) => state.replaceAll('-', '_');
