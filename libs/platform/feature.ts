import type { EventType, RefusalType, RuleSet, RuleTable, StateMachine } from '#kernel';
import type { Type } from '@nestjs/common';
import type { Permits } from './permissions/permissions.js';
import type { Reaction } from './reactions/reaction.js';

/** A machine as the papers draw it, whatever facts its guards take. */
export type DrawnMachine = Pick<StateMachine, 'name' | 'initial'> & { readonly states: object; readonly transitions: object };

/** What a feature module brings: all that the platform needs to know of it, and its Nest module. */
export interface Feature {
  readonly name: string;
  readonly module: Type;
  readonly machines: readonly DrawnMachine[];
  readonly events: readonly Pick<EventType, 'event' | 'when'>[];
  readonly refusals: readonly RefusalType[];
  readonly reactions: readonly Reaction[];
  readonly permits: Permits;
  /** The versions of rules that it brings; a district may decide others. */
  readonly rules?: readonly (RuleSet | RuleTable)[];
}

/** The machines, events and refusals among the exports of a feature's domain files, so that none is left out. */
export function declaredIn(...files: readonly object[]): Pick<Feature, 'machines' | 'events' | 'refusals'> {
  const exported = files.flatMap((file) => Object.values(file) as unknown[]);
  return {
    machines: exported.filter((value): value is DrawnMachine => isRecord(value) && 'transitions' in value && 'states' in value),
    events: exported.filter((value): value is EventType => typeof value === 'function' && 'event' in value && 'when' in value),
    refusals: exported.filter((value): value is RefusalType => isRecord(value) && 'code' in value && 'zh' in value && 'kind' in value),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
