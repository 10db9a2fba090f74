import { API, type Links } from '#platform';

const MINUTES = 10;

/** The address of a file for the next ten minutes. */
export function linkTo(links: Links, file: string, now: Date): { url: string; expiresAt: Date } {
  const expiresAt = new Date(now.getTime() + MINUTES * 60_000);
  return { url: `/${API}/files/${links.token('file', `${file}~${expiresAt.getTime()}`)}`, expiresAt };
}

/** The file that a link names, or why not. */
export function readLink(links: Links, token: string, now: Date): string | 'expired' | null {
  const [file, until] = (links.read('file', token) ?? '').split('~');
  if (!file || until === undefined) return null;
  return now.getTime() < Number(until) ? file : 'expired';
}
