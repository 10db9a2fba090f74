import { Link } from '@tanstack/react-router';
import { calls as api } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { Table } from '../ui/table.js';
import { useLanguage } from '../words.js';
import { useAdminWords } from './words.js';

/** The rules that judge: which version holds today, what is decided to come, and drafts. */
export default function Rules() {
  const [t, language] = [useAdminWords(), useLanguage()];
  const rules = api.useQuery('get', '/api/rules');
  return (
    <Ask of={rules}>
      {({ items }) => (
        <Table
          title={t('rules')}
          rows={items}
          keyOf={({ key }) => key}
          empty={t('nothing')}
          columns={[
            { title: t('rule'), show: ({ key, ...words }) => <Link to={`/admin/rules/${key}`}>{words[language]}</Link> },
            { title: t('inForce'), show: ({ inForce }) => (inForce ? <Since version={inForce.version} from={inForce.from} /> : '—') },
            { title: t('source'), show: ({ inForce }) => <span className="soft">{inForce?.source ?? '—'}</span> },
            { title: t('coming'), show: ({ coming }) => (coming.length === 0 ? '—' : coming.map((one) => <Since key={one.version} {...one} />)) },
            { title: t('drafts'), number: true, show: ({ drafts }) => drafts },
            { title: t('ruleKey'), show: ({ key }) => <code className="soft small">{key}</code> },
          ]}
        />
      )}
    </Ask>
  );
}

/** A version with the day from which it judges. */
function Since({ version, from }: { version: string; from: string }) {
  return (
    <div style={{ whiteSpace: 'nowrap' }}>
      {version} <div className="soft small">{from}</div>
    </div>
  );
}
