import { Fragment } from 'react';
import { Link } from '@tanstack/react-router';
import { calls as api, type Answer } from '../api/client.js';
import { useMe } from '../api/session.js';
import { isOffice } from '../shell/pages.js';
import { listed, useLanguage, useOwnWords } from '../words.js';
import { Ask } from '../ui/ask.js';
import { useNamed } from '../ui/named.js';
import { useParam } from '../ui/param.js';
import { Page } from '../ui/page.js';
import { State } from '../ui/state.js';
import { Until, When } from '../ui/when.js';
import { clausesOf, useRule } from '../entry/rules.js';
import { Questions } from './questions.js';
import { RoundPlans } from './round-plans.js';
import { usePublicWords } from './words.js';
import { LinkButton } from '../ui/link-button.js';

type CallShown = Answer<'/api/calls/{call}'>;

export default function Call() {
  const id = useParam('call');
  const call = api.useQuery('get', '/api/calls/{call}', { params: { path: { call: id } } });
  return <Ask of={call}>{(shown) => <CallPage call={shown} />}</Ask>;
}

function CallPage({ call }: { call: CallShown }) {
  const [t, named, me] = [usePublicWords(), useNamed(), useMe()];
  const { id, name, contest, state } = call;
  const told = state === 'announced' || state === 'final' || state === 'archived';
  return (
    <Page
      title={named(name)}
      crumbs={[{ to: '/calls', name: t('calls') }]}
      note={
        <span className="row">
          {named(contest.name)} · {t('edition', { n: contest.edition })} <State of={state} />
        </span>
      }
      actions={
        <>
          {isOffice(me) && (
            <LinkButton to={`/office/calls/${id}`}>{t('state')} →</LinkButton>
          )}
          {told && (
            <LinkButton to={`/calls/${id}/results`}>{t('results')}</LinkButton>
          )}
          <LiveRounds call={id} />
          {state === 'open' && (
            <LinkButton to={`/calls/${id}/enter`} color="primary" variant="solid">{t('enter')}</LinkButton>
          )}
        </>
      }
    >
      <div className="two">
        <div className="stack wide">
          <Rule call={call} />
          <section className="card">
            <h2>{t('rounds')}</h2>
            <p className="soft">{call.blind ? t('blind') : t('openReview')}</p>
            <RoundPlans of={call.rounds} />
          </section>
          <FormOutline call={id} />
          <Questions call={id} canAsk={me !== null && me !== undefined} />
        </div>
        <div className="stack wide">
          <Dates call={call} />
          <Prizes call={call} />
          {contest.sponsors.length > 0 && (
            <section className="card">
              <h2>{t('sponsors')}</h2>
              <p>{listed(contest.sponsors.map((sponsor) => named(sponsor.name)))}</p>
            </section>
          )}
        </div>
      </div>
    </Page>
  );
}

function Dates({ call: { opensAt, closesAt, timeZone, timeline, lateRule, lateMinutes, announceDays, state } }: { call: CallShown }) {
  const [t, own] = [usePublicWords(), useOwnWords()];
  return (
    <section className="card">
      <h2>{t('dates')}</h2>
      <dl className="facts">
        {opensAt !== null && (
          <>
            <dt>{t('opens')}</dt>
            <dd>
              <When at={opensAt} zone={timeZone} />
            </dd>
          </>
        )}
        <dt>{t('closes')}</dt>
        <dd>
          <When at={closesAt} zone={timeZone} /> {state === 'open' && <Until at={closesAt} />}
        </dd>
        {timeline.map(({ name, at }) => (
          <Fragment key={name.zh}>
            <dt>{own(name)}</dt>
            <dd>
              <When at={at} zone={timeZone} />
            </dd>
          </Fragment>
        ))}
        <dt>{t('late')}</dt>
        <dd>{lateRule === 'refuse' ? t('lateRefuse') : t(lateRule === 'grace' ? 'lateGrace' : 'lateMark', { n: lateMinutes })}</dd>
      </dl>
      <p className="soft small" style={{ marginTop: 8 }}>
        {t('announceFor', { n: announceDays })}
      </p>
    </section>
  );
}

function Prizes({ call: { prizes } }: { call: CallShown }) {
  const [t, named] = [usePublicWords(), useNamed()];
  if (prizes.length === 0) return null;
  return (
    <section className="card">
      <h2>{t('prizes')}</h2>
      <table className="plain">
        <tbody>
          {prizes.map(({ name, places, money }) => (
            <tr key={name}>
              <td>{named(name)}</td>
              <td>{t('prizePlaces', { count: places })}</td>
              <td className="number">{money === undefined ? '' : `¥ ${(money / 100).toLocaleString()}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Rule({ call: { id, eligibilityRule, state, thresholds } }: { call: CallShown }) {
  const [t, language] = [usePublicWords(), useLanguage()];
  const rule = useRule(eligibilityRule);
  return (
    <section className="card">
      <h2>{t('rules')}</h2>
      {rule && (
            <>
              <ul style={{ paddingLeft: 20 }}>
                {clausesOf(rule.root).map((clause) => (
                  <li key={`${clause.metric} ${clause.comparison}`}>
                    {clause[language]}
                    {thresholds[clause.metric] !== undefined && ` (${String(thresholds[clause.metric])} ${clause.unit ?? ''})`}
                  </li>
                ))}
              </ul>
              <p className="soft small">
                {t('rulesNote', { rule: rule.key, version: rule.version })} · {rule.source}
              </p>
              {state === 'open' && <Link to={`/calls/${id}/enter`}>{t('checkFirst')} →</Link>}
            </>
      )}
    </section>
  );
}

function FormOutline({ call }: { call: string }) {
  const [t, own] = [usePublicWords(), useOwnWords()];
  const form = api.useQuery('get', '/api/calls/{call}/form', { params: { path: { call } } });
  return (
    <section className="card">
      <h2>{t('form')}</h2>
      <Ask of={form}>
        {({ sections, fields }) =>
          fields.length === 0 ? (
            <p>{t('formNone')}</p>
          ) : (
            sections.map((section) => (
              <div key={section.key} style={{ marginTop: 8 }}>
                <h3>{own(section.title)}</h3>
                <ul style={{ paddingLeft: 20 }}>
                  {fields
                    .filter((field) => field.section === section.key)
                    .map((field) => (
                      <li key={field.key}>
                        {own(field.label)}{' '}
                        <span className="soft small">
                          {[field.required && t('required'), field.identifying && t('identifying'), field.private && t('private')].filter(Boolean).join(' · ')}
                        </span>
                      </li>
                    ))}
                </ul>
              </div>
            ))
          )
        }
      </Ask>
    </section>
  );
}

/** What of a call can be watched or voted on now. */
function LiveRounds({ call }: { call: string }) {
  const t = usePublicWords();
  const rounds = api.useQuery('get', '/api/calls/{call}/rounds', { params: { path: { call } } });
  return rounds.data?.rounds.map(({ id, name, way, state, board }) =>
    way === 'public-vote' && state === 'judging' ? (
      <LinkButton key={id} to={`/rounds/${id}/vote`}>
        {name}: {t('vote')}
      </LinkButton>
    ) : board !== 'off' ? (
      <LinkButton key={id} to={`/rounds/${id}/board`}>
        {name}: {t('board')}
      </LinkButton>
    ) : null,
  );
}
