import { StartFailure } from '../config/start-failure.js';
import type { Reaction } from './reaction.js';

/** Which reactions each event wakes. @throws StartFailure when two reactions have one name. */
export class Subscriptions {
  private readonly byName = new Map<string, Reaction>();
  private readonly byEvent = new Map<string, string[]>();

  constructor(reactions: readonly Reaction[]) {
    for (const reaction of reactions) {
      if (this.byName.has(reaction.name)) throw new StartFailure(`Two reactions are called "${reaction.name}"; give one another name.`);
      this.byName.set(reaction.name, reaction);
      for (const { event } of reaction.on) this.byEvent.set(event, [...(this.byEvent.get(event) ?? []), reaction.name]);
    }
  }

  to = (event: string): readonly string[] => this.byEvent.get(event) ?? [];

  /** The condition under which an event is owed to a reaction at all, by the reaction's name. */
  get conditions(): ReadonlyMap<string, string> {
    return new Map([...this.byName.values()].flatMap((reaction) => ('statement' in reaction && reaction.only !== undefined ? [[reaction.name, reaction.only] as const] : [])));
  }

  /** Whether a reaction's jobs may take several events each. */
  isJoined = (name: string): boolean => {
    const found = this.byName.get(name) ?? {};
    return 'statement' in found || 'gather' in found;
  };

  reaction(name: string): Reaction | undefined {
    return this.byName.get(name);
  }
}
