import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { calls as api, type Shown } from '../api/client.js';
import { holds, useMe } from '../api/session.js';
import { Act } from '../ui/act.js';
import { Ask } from '../ui/ask.js';
import { Page } from '../ui/page.js';
import { useParam } from '../ui/param.js';
import { State } from '../ui/state.js';
import { useSure } from '../ui/sure.js';
import { Table } from '../ui/table.js';
import { listed, useLanguage } from '../words.js';
import { RuleLines, useAsked } from './rule-lines.js';
import { useAdminWords } from './words.js';

/** A rule in its versions: what each asks, what differs, and how one is drafted and put in force. */
export default function Rule() {
  const rule = useParam('rule');
  const [t, language, me, sure, navigate] = [useAdminWords(), useLanguage(), useMe(), useSure(), useNavigate()];
  const { version: chosen, with: other } = useSearch({ strict: false }) as { version?: string; with?: string };
  const versions = api.useQuery('get', '/api/rules/{rule}', { params: { path: { rule } } });
  const [draft, adopt, end, drop] = [api.useMutation('post', '/api/rules'), api.useMutation('post', '/api/rule-versions/{version}/adopt'), api.useMutation('post', '/api/rule-versions/{version}/end'), api.useMutation('post', '/api/rule-versions/{version}/drop')];
  const go = (to: { version?: string; with?: string }) => void navigate({ to: `/admin/rules/${rule}`, search: to, replace: true });
  const writes = holds(me, 'administrator');
  return (
    <Ask of={versions}>
      {({ items }) => {
        const shown = items.find(({ version }) => version === chosen) ?? items.find(({ inForceFrom }) => inForceFrom !== null) ?? items[0]!;
        const compared = other ?? shown.basedOn ?? undefined;
        const path = { path: { version: shown.id ?? '' } };
        const term = shown.inForceFrom === null ? t('notInForce') : shown.inForceTo === null ? t('inForceFrom', { from: shown.inForceFrom }) : t('inForceUntil', { from: shown.inForceFrom, to: shown.inForceTo });
        return (
          <Page
            title={shown.lines[0]![language]}
            crumbs={[{ to: '/admin', name: t('admin') }, { to: '/admin?tab=rules', name: t('rules') }]}
            note={
              <>
                <State of={shown.state} kind="rule-version" /> {term}
                {shown.appliesTo !== null && ` · ${t('appliesTo', { kinds: listed(shown.appliesTo) })}`}
              </>
            }
            actions={
              <>
                <Select aria-label={t('version')} value={shown.version} style={{ minWidth: 160 }} options={items.map(({ version }) => ({ value: version, label: version }))} onChange={(to) => go({ version: to })} />
                {writes && (
                  <Act<Pick<Shown['DraftRule'], 'version' | 'paper'>>
                    name={t('draftFrom')}
                    note={t('draftNote', { version: shown.version })}
                    fields={[
                      { key: 'version', label: t('newVersion'), as: 'text', most: 60 },
                      { key: 'paper', label: t('paper'), as: 'text' },
                    ]}
                    send={async (body) => {
                      await draft.mutateAsync({ body: { ...body, rule, from: shown.version } });
                      go({ version: body.version });
                    }}
                  />
                )}
                {writes && shown.state === 'draft' && (
                  <>
                    <Act<Shown['AdoptRule']> name={t('adopt')} type="primary" note={t('adoptNote')} fields={[{ key: 'from', label: t('startsOn'), as: 'day' }]} send={(body) => adopt.mutateAsync({ params: path, body })} />
                    <Button danger onClick={() => sure(t('dropDraft'), t('dropText'), () => drop.mutateAsync({ params: path }).then(() => go({})))}>
                      {t('dropDraft')}
                    </Button>
                  </>
                )}
                {writes && shown.state === 'adopted' && shown.inForceTo === null && (
                  <Act<Shown['EndRule']>
                    name={t('end')}
                    danger
                    note={t('endNote')}
                    fields={[
                      { key: 'to', label: t('endsOn'), as: 'day' },
                      { key: 'reason', label: t('reason'), as: 'long', most: 500 },
                    ]}
                    send={(body) => end.mutateAsync({ params: path, body })}
                  />
                )}
              </>
            }
          >
            <div className="stack wide">
              <RuleLines of={shown} rule={rule} writes={writes} />
              {items.length > 1 && (
                <section className="stack">
                  <div className="row">
                    <label htmlFor="with">{t('compareWith')}</label>
                    <Select id="with" aria-label={t('compareWith')} value={compared ?? null} style={{ minWidth: 160 }} options={items.filter(({ version }) => version !== shown.version).map(({ version }) => ({ value: version, label: version }))} onChange={(to: string) => go({ version: shown.version, with: to })} />
                  </div>
                  {compared !== undefined && compared !== shown.version && <Differences rule={rule} from={compared} to={shown.version} />}
                </section>
              )}
            </div>
          </Page>
        );
      }}
    </Ask>
  );
}

/** What two versions say differently. */
function Differences({ rule, from, to }: { rule: string; from: string; to: string }) {
  const [t, language, asked] = [useAdminWords(), useLanguage(), useAsked()];
  const differences = api.useQuery('get', '/api/rules/{rule}/compare', { params: { path: { rule }, query: { from, to } } });
  return (
    <Ask of={differences}>
      {({ items }) => {
        const said = (line: (typeof items)[number]['before']) => (line === null ? '—' : `${line[language]} (${asked(line)})`);
        return <Table title={`${from} → ${to}`} rows={items} keyOf={({ at }) => at} empty={t('noDifference')} columns={[{ title: from, show: ({ before }) => said(before) }, { title: to, show: ({ after }) => said(after) }]} />;
      }}
    </Ask>
  );
}
