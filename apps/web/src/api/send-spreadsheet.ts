import { language } from '../words.js';
import type { Problem } from './client.js';
import { queries } from './queries.js';

/** Hands a spreadsheet in; what came of it, or the problem that kept all of it out. */
export async function sendSpreadsheet<T>(to: string, file: File): Promise<T | Problem> {
  const answer = await fetch(to, { method: 'POST', headers: { 'content-type': 'application/octet-stream', 'accept-language': language() }, body: file });
  const said = (await answer.json()) as T | Problem;
  await queries.invalidateQueries();
  return said;
}
