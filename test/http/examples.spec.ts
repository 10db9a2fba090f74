import { apiDocument } from '#platform';
import { ABSENT } from '../support/route-matrix.js';
import { startTestService } from '../support/service.js';

describe('what the API’s document gives as examples', () => {
  it('is taken by each route as a body', async () => {
    const service = await startTestService();
    const office = await service.office();
    const { paths } = apiDocument(service.app);
    const refused: string[] = [];
    let examples = 0;
    for (const [path, operations] of Object.entries(paths))
      for (const [method, operation] of Object.entries(operations as Record<string, { requestBody?: { content?: Record<string, { example?: unknown }> } }>)) {
        const example = operation.requestBody?.content?.['application/json']?.example;
        if (example === undefined) continue;
        examples++;
        // A thing that is not there is looked for after the body was checked.
        const answer = await office.raw(method.toUpperCase(), path.replace(/\{\w+\}/g, ABSENT), { 'content-type': 'application/json' }, JSON.stringify(example));
        const { code, errors } = (await answer.json().catch(() => ({}))) as { code?: string; errors?: unknown };
        if (code === 'request:invalid') refused.push(`${method} ${path} ${JSON.stringify(errors)}`);
      }
    await service.stop();
    expect(refused).toEqual([]);
    expect(examples).toBeGreaterThan(280);
  });
});
