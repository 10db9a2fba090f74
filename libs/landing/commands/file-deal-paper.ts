import { putOnFile, type Paper } from '#project';
import { command } from '#platform';
import { dealKind } from './kinds.js';

export const fileDealPaper = command({
  name: 'file-deal-paper',
  summary: 'Puts a paper that proves a step of a deal, already kept by its content, on its project’s file.',
  on: dealKind,
  may: 'file-paper',
  target: (input: Paper & { deal: string }) => input.deal,
  decide: (c, { name, mediaType, size, sha256 }, { projectId }) => putOnFile(c, projectId, { name, mediaType, size, sha256 }),
});
