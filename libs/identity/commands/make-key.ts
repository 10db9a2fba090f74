import { command, Instant, newId, Text, Texts } from '#platform';
import { newKey } from '../api-keys.js';
import { apiKeyMachine, isScope, keyMade, keyTerm, scopeUnknown } from '../domain/api-key.js';
import { person } from './person.js';

const MOST_DAYS = 366;
const DAY = 86_400_000;

export class MakeKey {
  @Text({ min: 2, max: 80 }) name!: string;
  @Texts({ min: 1, max: 60, length: 50, description: 'TAG:read or TAG:write with the tags of this document; * for all', example: ['calls:read', 'entries:write'] }) scopes!: string[];
  @Instant({ description: 'When it ends; at most a year from now' }) expiresAt!: string;
}

export const makeKey = command({
  name: 'make-key',
  summary: 'Makes a key by which a program acts for oneself, as far as its scopes go. The key is told once.',
  on: person,
  may: 'change',
  exclusive: false,
  target: (input: MakeKey & { person: string }) => input.person,
  toldOnce: 'key',
  async decide(c, { name, scopes, expiresAt }, someone) {
    const unknown = scopes.find((scope) => !isScope(scope));
    if (unknown !== undefined) c.refuse(scopeUnknown, { scope: unknown });
    const until = new Date(expiresAt);
    if (until <= c.now || until.getTime() > c.now.getTime() + MOST_DAYS * DAY) c.refuse(keyTerm, { most: MOST_DAYS });
    const id = newId();
    const { token, hash } = newKey(id);
    c.create('api-key', apiKeyMachine.begin(keyMade({ name, scopes, until: expiresAt })), { id });
    await c.tx.apiKey.create({ data: { districtId: c.district, id, personId: someone.id, name, hash, scopes, expiresAt: until } });
    return { id, key: token };
  },
});
