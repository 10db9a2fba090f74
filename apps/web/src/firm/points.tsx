import { calls as api, type Answer } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { useCodeName } from '../ui/codes.js';
import { Table } from '../ui/table.js';
import { useLanguage } from '../words.js';
import { Registered } from './registered.js';
import { useFirmWords } from './words.js';

type Version = Answer<'/api/firms/{firm}/points'>['versions'][number];

/** A firm's innovation points under each version, and what one more of each thing would bring. */
export default function Points({ project }: { project: string }) {
  return <Registered project={project}>{(firm) => <OfFirm firm={firm} />}</Registered>;
}

function OfFirm({ firm }: { firm: string }) {
  const points = api.useQuery('get', '/api/firms/{firm}/points', { params: { path: { firm } } });
  return (
    <Ask of={points} rows={10}>
      {({ versions, inForce }) => (
        <div className="stack wide">
          {[...versions].sort((a, b) => Number(b.version === inForce) - Number(a.version === inForce)).map((version) => (
            <OfVersion key={version.version} of={version} inForce={version.version === inForce} />
          ))}
        </div>
      )}
    </Ask>
  );
}

function OfVersion({ of: { version, source, stage, points, parts, deductions }, inForce }: { of: Version; inForce: boolean }) {
  const [t, language, code] = [useFirmWords(), useLanguage(), useCodeName()];
  return (
    <>
      <Table
        title={`${t('points')} ${points.toFixed(2)} · ${version}`}
        rows={[...parts].sort((a, b) => b.oneMore - a.oneMore)}
        keyOf={({ key }) => key}
        empty={t('nothing')}
        actions={
          <span className="soft small">
            {inForce && <span className="tag good">{t('inForce')}</span>} · {t('stage')}: {code(stage)} · {source}
          </span>
        }
        columns={[
          { title: t('figure'), show: (part) => part[language] },
          { title: t('now'), number: true, show: ({ seen }) => seen?.toLocaleString('en') ?? '—' },
          { title: t('full'), number: true, show: ({ full }) => full.toLocaleString('en') },
          { title: t('gets'), number: true, show: (part) => `${part.points.toFixed(2)} / ${part.most}` },
          { title: t('oneMore'), show: ({ step, oneMore }) => (oneMore > 0 ? t('oneMoreOf', { step: step.toLocaleString('en'), points: oneMore.toFixed(2) }) : '—') },
        ]}
      />
      {deductions.length > 0 && (
        <p className="note warn">
          {t('deducted')}: {deductions.map((one) => `${one[language]} −${one.points}`).join('；')}
        </p>
      )}
    </>
  );
}
