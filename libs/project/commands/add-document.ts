import { command, newId } from '#platform';
import { documentAdded, notByService } from '../domain/project.js';
import { projectKind } from './kinds.js';

export interface AddDocument {
  readonly project: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

export const addDocument = command({
  name: 'add-document',
  summary: 'Puts a paper, already kept by its content, on a project’s file.',
  on: projectKind,
  may: 'add-document',
  target: (input: AddDocument) => input.project,
  async decide(c, { name, mediaType, size, sha256 }, row) {
    const document = newId();
    const addedBy = c.person ?? c.refuse(notByService);
    await c.tx.document.create({ data: { districtId: c.district, id: document, projectId: row.id, name, mediaType, size, sha256, addedBy, addedAt: c.now } });
    c.announce(row.aggregate, documentAdded({ document, name, sha256, size }));
    return { document, sha256 };
  },
});
