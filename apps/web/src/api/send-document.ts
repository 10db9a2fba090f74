import { language } from '../words.js';
import { queries } from './queries.js';

/** Puts a paper on record; its id there. @throws Problem */
export async function sendDocument(to: string, file: File): Promise<string> {
  const answer = await fetch(`${to}?${new URLSearchParams({ name: file.name, ...(file.type !== '' && { mediaType: file.type }) }).toString()}`, { method: 'POST', headers: { 'content-type': 'application/octet-stream', 'accept-language': language() }, body: file });
  const said = (await answer.json()) as { document: string };
  if (!answer.ok) throw said;
  await queries.invalidateQueries();
  return said.document;
}
