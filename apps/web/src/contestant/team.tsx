import { Button, Input } from 'antd';
import { useState } from 'react';
import { calls as api } from '../api/client.js';
import { useMe } from '../api/session.js';
import { Ask } from '../ui/ask.js';
import { Until } from '../ui/when.js';
import { useEntryWords } from './words.js';

/** Who is on the team, and the links that let others in. */
export default function Team({ project }: { project: string }) {
  const [t, me] = [useEntryWords(), useMe()];
  const [name, setName] = useState('');
  const team = api.useQuery('get', '/api/projects/{project}/team', { params: { path: { project } } });
  const invite = api.useMutation('post', '/api/projects/{project}/team/invitations');
  const revoke = api.useMutation('delete', '/api/team-invitations/{invitation}');
  const leave = api.useMutation('delete', '/api/projects/{project}/team/{person}');
  const handOver = api.useMutation('post', '/api/projects/{project}/team/hand-over');
  const send = () => invite.mutate({ params: { path: { project } }, body: { name: name.trim() } }, { onSuccess: () => setName('') });
  return (
    <Ask of={team}>
      {({ members, invitations }) => {
        const owns = members.some(({ person, owner }) => owner && person === me?.id);
        return (
          <div className="stack wide" style={{ maxWidth: 720 }}>
            <section className="card">
              <h2>{t('members')}</h2>
              <table className="plain">
                <tbody>
                  {members.map(({ person, name: called, owner }) => (
                    <tr key={person}>
                      <td>
                        {called} {owner && <span className="tag on">{t('owner')}</span>}
                      </td>
                      <td style={{ textAlign: 'right' }}>
                        {owns && !owner && (
                          <span className="row" style={{ justifyContent: 'flex-end' }}>
                            <Button size="small" onClick={() => handOver.mutate({ params: { path: { project } }, body: { owner: person } })}>
                              {t('handOver')}
                            </Button>
                            <Button size="small" danger onClick={() => leave.mutate({ params: { path: { project, person } } })}>
                              {t('leave', { name: called })}
                            </Button>
                          </span>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
            {owns && (
              <section className="card stack">
                <h2>{t('invite')}</h2>
                <div className="row">
                  <Input aria-label={t('inviteName')} placeholder={t('inviteName')} value={name} maxLength={60} onChange={(event) => setName(event.target.value)} onPressEnter={send} style={{ width: 220 }} />
                  <Button type="primary" disabled={name.trim() === ''} loading={invite.isPending} onClick={send}>
                    {t('invite')}
                  </Button>
                </div>
                {invitations.map((one) => (
                  <div key={one.id} className="note stack tight">
                    <div className="row apart">
                      <span>{t('inviteLink', { name: one.name })}</span>
                      <span className="row">
                        <Until at={one.expiresAt} />
                        <Button size="small" onClick={() => revoke.mutate({ params: { path: { invitation: one.id } } })}>
                          {t('revoke')}
                        </Button>
                      </span>
                    </div>
                    <code className="small" style={{ overflowWrap: 'anywhere' }}>{`${window.location.origin}/team-invitations/by-link/${one.token}`}</code>
                  </div>
                ))}
              </section>
            )}
          </div>
        );
      }}
    </Ask>
  );
}
