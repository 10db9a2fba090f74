import { apiDocument } from '#platform';
import { Ajv } from 'ajv';
import type { Service } from '../../apps/service/service.js';

/** Says in what an answer of a GET is not as the API’s document has it; null where it is, or nothing is said of it. */
export function documented({ app }: Service): (path: string, answer: string) => string | null {
  const document = apiDocument(app);
  const ajv = new Ajv({ strict: false, validateFormats: false, schemas: [{ ...document, $id: 'api' }] });
  return (path, answer) => {
    const at = `api#/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}/get/responses/200/content/application~1json/schema`;
    const check = ajv.getSchema(encodeURI(at));
    if (!check || check(JSON.parse(answer))) return null;
    return ajv.errorsText(check.errors).slice(0, 200);
  };
}
