import { Button, Checkbox, DatePicker, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { calls as api } from '../../api/client.js';
import { RoundPlans } from '../../public/round-plans.js';
import { changed, draftOf, type Call, type DraftCall } from './draft.js';
import { Labelled } from './labelled.js';
import { PrizesEditor } from './prizes-editor.js';
import { RoundsEditor } from './rounds-editor.js';
import { RuleBench } from './rule-bench.js';
import { TimelineEditor } from './timeline-editor.js';
import { useEditorWords } from './words.js';

const GROUPS = ['team', 'start-up', 'growth', 'youth'] as const;
const LATE = ['refuse', 'grace', 'mark'] as const;

/** A call's rules, dates, rounds and prizes: written at will while it is a draft, read once it is published. */
export default function SetUp({ call }: { call: Call }) {
  const t = useEditorWords();
  return call.state === 'draft' ? (
    <Editor key={call.id} call={call} />
  ) : (
    <div className="stack wide">
      <p className="note">{t('fixed')}</p>
      <div className="halves">
        <section className="card">
          <h2>{t('rounds')}</h2>
          <RoundPlans of={call.rounds} />
        </section>
        <RuleBench rule={call.eligibilityRule} call={call.id} />
      </div>
    </div>
  );
}

function Editor({ call }: { call: Call }) {
  const t = useEditorWords();
  const [draft, setDraft] = useState<DraftCall>(() => draftOf(call));
  // What another of the office has changed since is not overwritten: the service says so.
  const [version, setVersion] = useState(call.version);
  const save = api.useMutation('put', '/api/calls/{call}');
  const set = (change: { readonly [K in keyof DraftCall]?: DraftCall[K] | undefined }) => setDraft(changed(draft, change));
  const whole = (key: 'lateMinutes' | 'shortlist' | 'awards' | 'announceDays' | 'entriesPerPerson' | 'entriesPerOrganisation', name: Parameters<typeof t>[0]) => (
    <Labelled name={t(name)}>{(id) => <InputNumber id={id} min={0} precision={0} value={draft[key] ?? null} onChange={(value) => set({ [key]: value ?? undefined })} />}</Labelled>
  );
  return (
    <div className="stack wide">
      <section className="card stack">
        <h2>{t('basics')}</h2>
        <Labelled name={t('name')}>{(id) => <Input id={id} value={draft.name} maxLength={120} onChange={(event) => set({ name: event.target.value })} />}</Labelled>
        <div className="row top" style={{ gap: 18 }}>
          <Labelled name={t('group')}>{(id) => <Select id={id} value={draft.group} style={{ width: 150 }} onChange={(group) => set({ group })} options={GROUPS.map((value) => ({ value, label: t(value) }))} />}</Labelled>
          <Labelled name={t('opensAt')}>{(id) => <DatePicker id={id} showTime={{ format: 'HH:mm' }} value={draft.opensAt === undefined ? null : dayjs(draft.opensAt)} onChange={(at) => set({ opensAt: at?.toISOString() })} />}</Labelled>
          <Labelled name={t('closesAt')}>{(id) => <DatePicker id={id} allowClear={false} showTime={{ format: 'HH:mm' }} value={dayjs(draft.closesAt)} onChange={(at) => at && set({ closesAt: at.toISOString() })} />}</Labelled>
          <Labelled name={t('late')}>{(id) => <Select id={id} value={draft.lateRule ?? 'refuse'} style={{ width: 210 }} onChange={(lateRule) => set({ lateRule })} options={LATE.map((value) => ({ value, label: t(value) }))} />}</Labelled>
          {draft.lateRule !== 'refuse' && whole('lateMinutes', 'lateMinutes')}
        </div>
        <div className="row top" style={{ gap: 18 }}>
          {whole('shortlist', 'shortlist')}
          {whole('awards', 'awards')}
          {whole('announceDays', 'announceDays')}
          <Labelled name={t('unit')}>{(id) => <Select id={id} value={draft.announceUnit ?? 'working'} style={{ width: 140 }} onChange={(announceUnit) => set({ announceUnit })} options={(['working', 'calendar'] as const).map((value) => ({ value, label: t(value) }))} />}</Labelled>
          {whole('entriesPerPerson', 'perPerson')}
          {whole('entriesPerOrganisation', 'perOrganisation')}
        </div>
        <div className="row">
          <Checkbox checked={draft.blind !== false} onChange={(event) => set({ blind: event.target.checked })}>
            {t('blind')}
          </Checkbox>
          <Checkbox checked={draft.verifiedOnly === true} onChange={(event) => set({ verifiedOnly: event.target.checked })}>
            {t('verifiedOnly')}
          </Checkbox>
        </div>
        <TimelineEditor timeline={draft.timeline ?? []} onChange={(timeline) => set({ timeline })} />
        <div className="halves">
          {(['zh', 'en'] as const).map((language) => (
            <Labelled key={language} name={t(language === 'zh' ? 'declarationZh' : 'declarationEn')}>
              {(id) => <Input.TextArea id={id} autoSize={{ minRows: 2 }} value={draft.declaration?.[language] ?? ''} onChange={(event) => set({ declaration: declared({ zh: '', en: '', ...draft.declaration, [language]: event.target.value }) })} />}
            </Labelled>
          ))}
        </div>
      </section>
      <PrizesEditor prizes={draft.prizes ?? []} onChange={(prizes) => set({ prizes })} />
      <RoundsEditor rounds={draft.rounds} onChange={(rounds) => set({ rounds })} />
      <RuleBench rule={draft.eligibilityRule} call={call.id} choose={(eligibilityRule) => set({ eligibilityRule: eligibilityRule as DraftCall['eligibilityRule'] })} />
      <div className="row" style={{ position: 'sticky', bottom: 0, background: 'var(--ground)', padding: '10px 0' }}>
        <Button type="primary" size="large" loading={save.isPending} onClick={() => save.mutate({ params: { path: { call: call.id } }, body: draft, headers: { 'if-match': `"${version}"` } }, { onSuccess: (saved) => setVersion(saved.version) })}>
          {t('save')}
        </Button>
        {save.isSuccess && <span role="status">{t('saved')}</span>}
      </div>
    </div>
  );
}

/** A declaration needs both languages; without either there is none. */
const declared = (words: { zh: string; en: string }) => (words.zh === '' && words.en === '' ? undefined : words);
