import { Link } from '@tanstack/react-router';
import { calls as api } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { useCodeName } from '../ui/codes.js';
import { Table } from '../ui/table.js';
import { useLanguage } from '../words.js';
import { useAdminWords } from './words.js';

/** Who hears of what, in which words, and how its mail goes out. */
export default function NoticeKinds() {
  const [t, language, code] = [useAdminWords(), useLanguage(), useCodeName()];
  const notices = api.useQuery('get', '/api/notices');
  return (
    <Ask of={notices}>
      {({ items }) => (
        <Table
          title={t('noticeKinds')}
          rows={items}
          keyOf={({ kind }) => kind}
          empty={t('nothing')}
          columns={[
            { title: t('subject'), show: ({ kind, ...words }) => <Link to={`/admin/notices/${kind}`}>{words[language].subject}</Link> },
            { title: t('told'), show: ({ to }) => (to === 'person' ? t('onePerson') : to === 'people' ? t('listed') : code(to)) },
            { title: t('mailing'), show: ({ mail, alone }) => (alone ? t('always') : t(mail)) },
            { title: t('words'), show: ({ own }) => (own ? <span className="tag on">{t('ownWords')}</span> : <span className="soft">{t('shippedWords')}</span>) },
            { title: t('event'), show: ({ event }) => <code className="soft small">{event}</code> },
          ]}
        />
      )}
    </Ask>
  );
}
