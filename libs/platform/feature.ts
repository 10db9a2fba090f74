import type { EventType, RefusalType, StateMachine } from '#kernel';
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
}
