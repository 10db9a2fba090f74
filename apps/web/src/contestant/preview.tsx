import { calls as api } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { EntryShown } from '../entry/entry-shown.js';
import type { Entry } from './types.js';
import { useEntryWords } from './words.js';

/** What judges will see of the entry as it is now: made of the form's own marks of what is withheld, as the service does it. */
export default function Preview({ entry }: { entry: Entry }) {
  const t = useEntryWords();
  const call = api.useQuery('get', '/api/calls/{call}', { params: { path: { call: entry.call } } });
  const form = api.useQuery('get', '/api/calls/{call}/form', { params: { path: { call: entry.call }, query: { version: entry.formVersion } } });
  return (
    <Ask of={call}>
      {({ blind }) => {
        const open = new Set(form.data?.fields.filter((field) => field.private !== true && !(blind && field.identifying === true)).map(({ key }) => key));
        return (
          <div className="stack" style={{ maxWidth: 860 }}>
            <p className="note">{t('previewNote')}</p>
            <EntryShown
              call={entry.call}
              formVersion={entry.formVersion}
              of={{ id: entry.id, title: entry.title, abstract: entry.abstract, ...(!blind && { organisation: entry.organisation }), answers: Object.fromEntries(Object.entries(entry.answers).filter(([key]) => open.has(key))), files: entry.files.filter(({ field }) => open.has(field)), withheld: 0 }}
              linkOf={(file) => ({ entry: entry.id, file })}
            />
          </div>
        );
      }}
    </Ask>
  );
}
