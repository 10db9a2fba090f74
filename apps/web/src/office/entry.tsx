import { Link } from '@tanstack/react-router';
import { Button, DatePicker, Form, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { calls as api } from '../api/client.js';
import { EntryShown } from '../entry/entry-shown.js';
import { Standing } from '../contestant/standing.js';
import { Ask } from '../ui/ask.js';
import { Explanation } from '../ui/explanation.js';
import { useNamed } from '../ui/named.js';
import { useParam } from '../ui/param.js';
import { MailsAbout } from '../ui/mails-about.js';
import { Page } from '../ui/page.js';
import { useReason } from '../ui/reason.js';
import { State } from '../ui/state.js';
import { useUiWords } from '../ui/words.js';
import { When } from '../ui/when.js';
import { OriginalityReports } from './call/originality.js';
import { useOfficeWords } from './words.js';

/** An entry as the office sees it, beside how its judges do. */
export default function OfficeEntry() {
  const [t, named, reason, id] = [useOfficeWords(), useNamed(), useReason(), useParam('entry')];
  const path = { params: { path: { entry: id } } };
  const entry = api.useQuery('get', '/api/entries/{entry}', path);
  const call = api.useQuery('get', '/api/calls/{call}', { params: { path: { call: entry.data?.call ?? '' } } }, { enabled: entry.data !== undefined });
  const preview = api.useQuery('get', '/api/entries/{entry}/as-judges-see-it', path);
  const disqualify = api.useMutation('post', '/api/entries/{entry}/disqualify');
  const readmit = api.useMutation('post', '/api/entries/{entry}/readmit');
  const [dialog, setDialog] = useState<'return' | 'redact' | 'recuse' | null>(null);
  return (
    <Ask of={entry}>
      {(shown) => (
        <Page
          title={shown.title}
          crumbs={call.data ? [{ to: `/office/contests/${call.data.contest.id}`, name: t('editionOf', { name: named(call.data.contest.name), n: call.data.contest.edition }) }, { to: `/office/calls/${shown.call}?tab=entries`, name: named(call.data.name) }] : []}
          note={
            <span className="row">
              <State of={shown.state} /> {shown.organisation} <When at={shown.submittedAt} zone={call.data?.timeZone} />
            </span>
          }
          actions={
            <>
              <MailsAbout thing={id} />
              <Button onClick={() => setDialog('return')}>{t('return')}</Button>
              <Button onClick={() => setDialog('redact')}>{t('redact')}</Button>
              <Button onClick={() => setDialog('recuse')}>{t('recuse')}</Button>
              {shown.state === 'disqualified' ? (
                <Button onClick={() => reason(t('readmit'), (text) => readmit.mutateAsync({ ...path, body: { reason: text } }))}>{t('readmit')}</Button>
              ) : (
                <Button danger onClick={() => reason(t('disqualify'), (text) => disqualify.mutateAsync({ ...path, body: { reason: text } }))}>
                  {t('disqualify')}
                </Button>
              )}
            </>
          }
        >
          <div className="halves">
            <div className="stack wide">
              <div className="card">
                <EntryShown of={{ id, title: shown.title, abstract: shown.abstract, organisation: shown.organisation, answers: shown.answers, files: shown.files, withheld: 0 }} call={shown.call} formVersion={shown.formVersion} linkOf={(file) => ({ entry: id, file })} />
              </div>
              {shown.eligibility && (
                <div className="card">
                  <Explanation of={shown.eligibility} />
                </div>
              )}
            </div>
            <div className="stack wide">
              <Standing entry={shown} />
              {preview.data && (
                <div className="card">
                  <h2>{t('asJudges')}</h2>
                  <EntryShown of={preview.data.entry} call={shown.call} formVersion={shown.formVersion} linkOf={(file) => ({ entry: id, file })} />
                </div>
              )}
              <OriginalityReports call={shown.call} entry={id} />
              <Link to={`/entries/${id}?tab=feedback`}>{t('score')} →</Link>
            </div>
          </div>
          {dialog !== null && <Dialog kind={dialog} entry={id} title={shown.title} abstract={shown.abstract} close={() => setDialog(null)} />}
        </Page>
      )}
    </Ask>
  );
}

const DAYS = 3;

function Dialog({ kind, entry, title, abstract, close }: { kind: 'return' | 'redact' | 'recuse'; entry: string; title: string; abstract: string; close: () => void }) {
  const [t, ui] = [useOfficeWords(), useUiWords()];
  const giveBack = api.useMutation('post', '/api/entries/{entry}/return');
  const redact = api.useMutation('put', '/api/entries/{entry}/redactions');
  const recuse = api.useMutation('post', '/api/entries/{entry}/recusals');
  const pool = api.useQuery('get', '/api/judges', { params: { query: { limit: 1000 } } });
  const path = { params: { path: { entry } } };
  const done = { onSuccess: close };
  const save = (values: { until: Dayjs; reason: string; field: 'title' | 'abstract'; text: string; judge: string }) => {
    if (kind === 'return') giveBack.mutate({ ...path, body: { until: values.until.toISOString(), reason: values.reason } }, done);
    else if (kind === 'redact') redact.mutate({ ...path, body: { field: values.field, text: values.text } }, done);
    else recuse.mutate({ ...path, body: { judge: values.judge, reason: values.reason } }, done);
  };
  return (
    <Modal open title={t(kind)} footer={null} onCancel={close} closable={{ 'aria-label': ui('close') }}>
      <Form layout="vertical" onFinish={save} initialValues={{ until: dayjs().add(DAYS, 'day'), field: 'abstract', text: kind === 'redact' ? abstract || title : '' }}>
        {kind === 'return' && (
          <Form.Item name="until" label={t('returnUntil')} rules={[{ required: true }]}>
            <DatePicker showTime />
          </Form.Item>
        )}
        {kind === 'recuse' && (
          <Form.Item name="judge" label={t('judges')} rules={[{ required: true }]}>
            <Select showSearch={{ optionFilterProp: 'label' }} options={(pool.data?.items ?? []).map(({ person, name }) => ({ value: person, label: name ?? person }))} />
          </Form.Item>
        )}
        {kind === 'redact' ? (
          <>
            <p className="soft">{t('redactNote')}</p>
            <Form.Item name="field" label={t('foundIn')}>
              <Select options={[{ value: 'title', label: title }, { value: 'abstract', label: `${abstract.slice(0, 30)}…` }]} />
            </Form.Item>
            <Form.Item name="text" label={t('asJudges')} rules={[{ required: true }]}>
              <Input.TextArea autoSize={{ minRows: 4 }} />
            </Form.Item>
          </>
        ) : (
          <Form.Item name="reason" label={ui('reason')} rules={[{ required: true }]}>
            <Input.TextArea maxLength={2000} />
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" loading={giveBack.isPending || redact.isPending || recuse.isPending}>
          {t(kind)}
        </Button>
      </Form>
    </Modal>
  );
}
