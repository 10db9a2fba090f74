import { withoutLink } from './log.js';

it.each([
  ['/api/passwords/by-link/0198-ab~1764.signature', '/api/passwords/by-link/…'],
  ['/judge-invitations/by-link/0198.signature?next=/', '/judge-invitations/by-link/…?next=/'],
  ['/api/feeds/0198.signature', '/api/feeds/…'],
  ['/api/files/0198.1764.signature', '/api/files/…'],
  ['/api/entries/0198/files/0199/link', '/api/entries/0198/files/0199/link'],
  ['/api/calls?limit=20', '/api/calls?limit=20'],
])('the log has %s as %s', (url, kept) => expect(withoutLink(url)).toBe(kept));
