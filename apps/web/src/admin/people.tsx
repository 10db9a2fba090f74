import { Button, Tag } from 'antd';
import { useMemo } from 'react';
import { answered, api as client, calls as api, type Answer, type Shown } from '../api/client.js';
import { useMe } from '../api/session.js';
import { Act } from '../ui/act.js';
import { Ask } from '../ui/ask.js';
import { useChoices, useCodeName } from '../ui/codes.js';
import { useAllPages } from '../ui/list/all-pages.js';
import { List } from '../ui/list/list.js';
import type { Column } from '../ui/list/rows.js';
import { State, useStateName } from '../ui/state.js';
import { useSure } from '../ui/sure.js';
import { useAdminWords } from './words.js';
import { listed } from '../words.js';

type Person = Answer<'/api/people'>['items'][number];

const MANY = { params: { query: { limit: 500 } } } as const;
const GIVEN = ['administrator', 'auditor', 'leader', 'technology-manager', 'platform-manager', 'park-manager', 'fund-manager', 'bank-officer'];

/** What a role can be held on, by name. */
function useScopes() {
  const lists = [api.useQuery('get', '/api/platforms', MANY), api.useQuery('get', '/api/parks', MANY), api.useQuery('get', '/api/funds', MANY), api.useQuery('get', '/api/credit/banks', MANY)];
  return lists.flatMap(({ data }) => (data?.items as readonly { readonly id: string; readonly name: string }[] | undefined)?.map(({ id, name }) => ({ value: id, label: name })) ?? []);
}

/** Everyone who has an account, and what each may do. */
export function People({ runs }: { runs: boolean }) {
  const [t, code, states, choices, sure, me, scopes] = [useAdminWords(), useCodeName(), useStateName(), useChoices(), useSure(), useMe(), useScopes()];
  const people = useAllPages<Person>(['get', '/api/people'], async (after) => answered(await client.GET('/api/people', { params: { query: { limit: 500, ...(after !== undefined && { after }) } } })));
  const grant = api.useMutation('post', '/api/people/{person}/roles');
  const take = api.useMutation('delete', '/api/people/{person}/roles/{role}/{scope}');
  const invite = api.useMutation('post', '/api/people');
  const suspend = api.useMutation('post', '/api/people/{person}/suspend');
  const forget = api.useMutation('post', '/api/people/{person}/forget');
  const reinstate = api.useMutation('post', '/api/people/{person}/reinstate');
  const nameOf = useMemo(() => new Map(scopes.map(({ value, label }) => [value, label])), [scopes]);
  const said = (role: string, scope: string) => (nameOf.has(scope) ? `${code(role)} · ${nameOf.get(scope)!}` : code(role));
  const shown = ({ grants }: Person) => grants.filter(({ role }) => role !== 'team' && role !== 'owner');
  const columns: Column<Person>[] = [
    { key: 'name', title: t('name'), width: 'minmax(130px, 1fr)', value: ({ name }) => name },
    { key: 'email', title: t('email'), width: 'minmax(180px, 1fr)', value: ({ email }) => email },
    {
      key: 'roles',
      title: t('roles'),
      width: 'minmax(220px, 2fr)',
      value: (person) => listed(shown(person).map(({ role, scope }) => said(role, scope))),
      show: (person) =>
        shown(person).map(({ role, scope }) => (
          <Tag key={role + scope} closable={runs && { 'aria-label': t('take', { role: said(role, scope) }) }} onClose={(event) => (event.preventDefault(), sure(t('take', { role: said(role, scope) }), t('takeText'), () => take.mutateAsync({ params: { path: { person: person.id, role, scope } } })))}>
            {said(role, scope)}
          </Tag>
        )),
    },
    { key: 'organisation', title: t('organisation'), width: 'minmax(120px, 1fr)', value: ({ organisation }) => organisation },
    { key: 'state', title: t('state'), width: '110px', value: ({ state }) => state, filter: states, show: ({ state }) => <State of={state} /> },
    ...(runs
      ? [
          {
            key: 'does',
            title: t('does'),
            width: '300px',
            value: () => '',
            show: ({ id, state }: Person) => (
              <span className="row">
                <Act<Shown['GrantRole']>
                  name={t('grant')}
                  size="small"
                  note={t('scopeHelp')}
                  fields={[
                    { key: 'role', label: t('role'), as: { one: choices(GIVEN) } },
                    { key: 'scope', label: t('scope'), as: { one: scopes }, optional: true },
                  ]}
                  send={(body) => grant.mutateAsync({ params: { path: { person: id } }, body })}
                />
                {state === 'active' && id !== me?.id && (
                  <Button size="small" onClick={() => sure(t('suspend'), t('suspendText'), () => suspend.mutateAsync({ params: { path: { person: id } } }))}>
                    {t('suspend')}
                  </Button>
                )}
                {(state === 'active' || state === 'suspended') && id !== me?.id && (
                  <Button size="small" danger onClick={() => sure(t('forget'), t('forgetText'), () => forget.mutateAsync({ params: { path: { person: id } } }))}>
                    {t('forget')}
                  </Button>
                )}
                {state === 'suspended' && (
                  <Button size="small" onClick={() => reinstate.mutate({ params: { path: { person: id } } })}>
                    {t('reinstate')}
                  </Button>
                )}
              </span>
            ),
          },
        ]
      : []),
  ];
  return (
    <div className="stack">
      {runs && (
        <div>
          <Act<Shown['InvitePerson']>
            name={t('invite')}
            type="primary"
            note={t('inviteNote')}
            fields={[
              { key: 'name', label: t('name'), as: 'text', most: 60 },
              { key: 'email', label: t('email'), as: 'text' },
              { key: 'role', label: t('role'), as: { one: choices(GIVEN) }, optional: true },
              { key: 'scope', label: t('scope'), as: { one: scopes }, optional: true },
              { key: 'organisation', label: t('organisation'), as: 'text', optional: true },
            ]}
            send={(body) => invite.mutateAsync({ body })}
          />
        </div>
      )}
      <Ask of={people}>{(rows) => <List name={t('people')} rows={rows} columns={columns} keyOf={({ id }) => id} reading={people.reading} />}</Ask>
    </div>
  );
}
