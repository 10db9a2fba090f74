import { calls as api } from '../api/client.js';
import { sendDocument } from '../api/send-document.js';
import { Act } from '../ui/act.js';
import { useCodeName } from '../ui/codes.js';
import { listed, useLanguage } from '../words.js';
import type { Deal } from './types.js';
import { useParkWords } from './words.js';

type Values = Readonly<Record<string, unknown>>;

/** Takes a deal a step on: when it happened, and the papers that prove it. */
export function Advance({ deal, next }: { deal: Deal; next: Deal['next'][number] }) {
  const [t, code, language] = [useParkWords(), useCodeName(), useLanguage()];
  const path = { params: { path: { deal: deal.id } } };
  const advance = api.useMutation('post', '/api/deals/{deal}/advance');
  const sign = api.useMutation('post', '/api/deals/{deal}/sign');
  const fits = api.useQuery('get', '/api/deals/{deal}/sites', path, { enabled: next.step === 'sign' }).data?.fitting as readonly { site: string; code: string; park: string }[] | undefined;
  const send = async ({ on, site, ...papers }: Values) => {
    const evidence: { kind: never; document: string }[] = [];
    for (const [kind, file] of Object.entries(papers)) if (file instanceof File) evidence.push({ kind: kind as never, document: await sendDocument(`/api/deals/${deal.id}/papers`, file) });
    const body = { on: on as string, evidence };
    return next.step === 'sign' ? sign.mutateAsync({ ...path, body: { ...body, site: site as string } }) : advance.mutateAsync({ ...path, body: { ...body, step: next.step as never } });
  };
  return (
    <Act<Values>
      name={t('advance', { step: code(next.step) })}
      type="primary"
      note={
        <>
          {t('papersOf', { papers: listed(next.papers.map((paper) => paper[language])) })} {next.certainty === 'example' && <span className="tag warn">{t('example')}</span>}
        </>
      }
      fields={[
        { key: 'on', label: t('happenedOn'), as: 'day' },
        ...(next.step === 'sign' ? [{ key: 'site', label: t('site'), as: { one: fits?.map(({ site, code: name }) => ({ value: site, label: name })) ?? [] } }] : []),
        ...next.papers.map((paper) => ({ key: paper.kind, label: paper[language], as: 'file' as const })),
      ]}
      send={send}
    />
  );
}
