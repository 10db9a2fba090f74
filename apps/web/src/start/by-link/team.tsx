import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { calls as api } from '../../api/client.js';
import { useMe } from '../../api/session.js';
import { Ask } from '../../ui/ask.js';
import { useParam } from '../../ui/param.js';
import { Page } from '../../ui/page.js';
import { useStartWords } from '../words.js';

export default function Team() {
  const [t, token, me] = [useStartWords(), useParam('token'), useMe()];
  const invitation = api.useQuery('get', '/api/team-invitations/by-link/{token}', { params: { path: { token } } });
  const join = api.useMutation('post', '/api/team-invitations/by-link/{token}');
  return (
    <Page title={t('joinTeam')}>
      <Ask of={invitation}>
        {({ name, title, state }) => {
          if (join.isSuccess) return <p role="status">{t('joined')} <Link to="/entries">{title}</Link></p>;
          if (state !== 'open') return <p role="status">{t('expired')}</p>;
          return (
            <div className="card stack" style={{ maxWidth: 520, alignItems: 'flex-start' }}>
              <p>{t('joinText', { name, title })}</p>
              {me === null ? (
                <>
                  <p className="soft">{t('joinFirst')}</p>
                  <Link to="/sign-in" search={{ next: window.location.pathname } as never}>
                    {t('signIn')}
                  </Link>
                </>
              ) : (
                <Button type="primary" loading={join.isPending} onClick={() => join.mutate({ params: { path: { token } } })}>
                  {t('joinTeam')}
                </Button>
              )}
            </div>
          );
        }}
      </Ask>
    </Page>
  );
}
