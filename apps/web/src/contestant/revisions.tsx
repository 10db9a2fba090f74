import { Button, Drawer } from 'antd';
import { calls as api } from '../api/client.js';
import { useUiWords } from '../ui/words.js';
import { Ask } from '../ui/ask.js';
import { When } from '../ui/when.js';
import { useEntryWords } from './words.js';

interface Props {
  readonly entry: string;
  readonly nameOf: (field: string) => string;
  readonly use: (field: string, value: unknown) => void;
  readonly close: () => void;
  readonly writes: boolean;
}

/** Every value that a field had or was to have; any of them can be brought back. */
export function Revisions({ entry, nameOf, use, close, writes }: Props) {
  const [t, ui] = [useEntryWords(), useUiWords()];
  const revisions = api.useQuery('get', '/api/entries/{entry}/revisions', { params: { path: { entry } } });
  return (
    <Drawer open title={t('restore')} onClose={close} size={520} closable={{ 'aria-label': ui('close') }}>
      <Ask of={revisions}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{t('noRestore')}</p>
          ) : (
            <div className="stack">
              {items.map(({ id, field, value, at }) => (
                <div key={id} className="card stack tight">
                  <div className="row apart">
                    <h3>{nameOf(field)}</h3>
                    <span className="soft small">
                      <When at={at} />
                    </span>
                  </div>
                  <p className="prose small">{typeof value === 'string' ? value : JSON.stringify(value)}</p>
                  {writes && (
                    <div>
                      <Button size="small" onClick={() => (use(field, value), close())}>
                        {t('useThis')}
                      </Button>
                    </div>
                  )}
                </div>
              ))}
            </div>
          )
        }
      </Ask>
    </Drawer>
  );
}
