import type { Visitor } from '../../apps/cli/demo/visitor.js';
import type { TestService } from './service.js';

/** What reading all records anew finds that was not counted so when it happened. */
export async function notAsRecounted(service: TestService, office: Visitor): Promise<object[]> {
  await service.settle();
  const { changed } = await office.post<{ changed: number }>('/figures/recount');
  if (changed === 0) return [];
  const { rows } = await service.database.pool.query<object>('SELECT t.source, t.record, t.sort, t.place, t.title, t."on"::text, t.until::text, t.amount, t.known_to IS NULL AS holds FROM tally t JOIN figure_book b ON b.district_id = t.district_id WHERE b.known_at IN (t.known_from, t.known_to) ORDER BY t.source, t.record, t.id');
  return rows;
}
