import { command } from '#platform';
import { putOnFile, type Paper } from '../put-on-file.js';
import { projectKind } from './kinds.js';

export const addDocument = command({
  name: 'add-document',
  summary: 'Puts a paper, already kept by its content, on a project’s file.',
  on: projectKind,
  may: 'add-document',
  target: (input: Paper & { project: string }) => input.project,
  decide: (c, { name, mediaType, size, sha256 }, row) => putOnFile(c, row.id, { name, mediaType, size, sha256 }),
});
