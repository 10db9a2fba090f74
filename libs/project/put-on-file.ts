import { newId, type Context } from '#platform';
import { documentAdded, notByService } from './domain/project.js';

export interface Paper {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

/** Puts a paper, already kept by its content, on a project's file; the caller says who may. */
export async function putOnFile(c: Context, projectId: string, { name, mediaType, size, sha256 }: Paper): Promise<{ document: string; sha256: string }> {
  await c.lock(projectId);
  const aggregate = await c.tx.aggregate.findUniqueOrThrow({ where: c.key(projectId) });
  const document = newId();
  const addedBy = c.person ?? c.refuse(notByService);
  await c.tx.document.create({ data: { districtId: c.district, id: document, projectId, name, mediaType, size, sha256, addedBy, addedAt: c.now } });
  c.announce(aggregate, documentAdded({ document, name, sha256, size }));
  return { document, sha256 };
}
