import { calls as api } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { Table } from '../ui/table.js';
import { SETTINGS, useSettingWords } from './setting-words.js';
import { useAdminWords } from './words.js';

/** What the installation runs with. Settings are given by who runs the server, where it is started. */
export default function Settings() {
  const [t, what] = [useAdminWords(), useSettingWords()];
  const settings = api.useQuery('get', '/api/operations/settings');
  const known = (name: string): name is keyof typeof SETTINGS => Object.hasOwn(SETTINGS, name);
  return (
    <div className="stack wide">
      <p className="soft">{t('settingsText')}</p>
      <Ask of={settings}>
        {({ items }) => (
          <Table
            title={t('settings')}
            rows={items}
            keyOf={({ name }) => name}
            empty={t('nothing')}
            columns={[
              { title: t('setting'), show: ({ name }) => (known(name) ? what(name) : name) },
              { title: t('value'), show: ({ value }) => value ?? <span className="soft">{t('notGiven')}</span> },
              { title: t('variable'), show: ({ name }) => <code className="soft small">{name}</code> },
            ]}
          />
        )}
      </Ask>
    </div>
  );
}
