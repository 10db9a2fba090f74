import { calls as api, type Answer } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { useCodeName } from '../ui/codes.js';
import { Explanation } from '../ui/explanation.js';
import { Table } from '../ui/table.js';
import { usePlatformWords } from './words.js';

/** What each level asks of a platform, counted from its own records, and how it was recognised so far. */
export default function Standing({ of }: { of: Answer<'/api/platforms/{platform}'> }) {
  const [t, code] = [usePlatformWords(), useCodeName()];
  const standing = api.useQuery('get', '/api/platforms/{platform}/standing', { params: { path: { platform: of.id } } });
  return (
    <div className="stack wide">
      <Ask of={standing}>
        {({ levels }) => (
          <div className="halves">
            {levels.map(({ level, explanation }) => (
              <section key={level} className="card stack">
                <h2>{code(level)}</h2>
                <Explanation of={explanation} />
              </section>
            ))}
          </div>
        )}
      </Ask>
      <Table
        title={t('recognition')}
        rows={of.recognition}
        keyOf={({ act, on }) => act + on}
        empty={t('nothing')}
        columns={[
          { title: t('from'), show: ({ on }) => on },
          { title: t('kind'), show: ({ act, level }) => `${act} · ${code(level)}` },
          { title: t('paper'), show: ({ paper }) => paper ?? '—' },
          { title: t('reason'), show: ({ reason }) => reason ?? '—' },
        ]}
      />
    </div>
  );
}
