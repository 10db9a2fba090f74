import { declaredIn, type Feature } from '#platform';
import * as declared from './domain/endpoint.js';
import { EndpointsModule } from './endpoints.module.js';
import { dispatchEvent } from './reactions/dispatch-event.js';

export { Dispatcher } from './sending/dispatcher.js';
export { mayReach } from './sending/address.js';

/** Events of all `features` leave by it, and its own. */
export function endpoints(features: readonly Feature[]): Feature {
  const own = declaredIn(declared);
  return { name: 'endpoints', module: EndpointsModule, ...own, reactions: [dispatchEvent([...features, own].flatMap(({ events }) => events))], permits: () => undefined };
}
