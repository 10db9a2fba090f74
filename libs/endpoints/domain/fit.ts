import { refuse, type Refusal } from '#kernel';
import { addressUnfit, eventUnknown } from './endpoint.js';

/** The host of an address that messages can go to, if it and the events are what they should be. */
export function fit(url: string, events: readonly string[], known: readonly string[], plain: boolean): string | Refusal {
  const unknown = events.find((event) => event !== '*' && !known.includes(event));
  if (unknown !== undefined) return refuse(eventUnknown, { event: unknown });
  if (!URL.canParse(url)) return refuse(addressUnfit, { url });
  const { protocol, host, username, password } = new URL(url);
  const safe = protocol === 'https:' || (plain && protocol === 'http:');
  return safe && username === '' && password === '' ? host : refuse(addressUnfit, { url });
}
