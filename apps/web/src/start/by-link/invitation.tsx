import { Link } from '@tanstack/react-router';
import { Button, Tag } from 'antd';
import { calls as api } from '../../api/client.js';
import { useMe } from '../../api/session.js';
import { Ask } from '../../ui/ask.js';
import { useCodeName } from '../../ui/codes.js';
import { Page } from '../../ui/page.js';
import { useParam } from '../../ui/param.js';
import { useStartWords } from '../words.js';

/** What an invitation offers, and the way in. */
export default function Invitation() {
  const [t, token, me, code] = [useStartWords(), useParam('token'), useMe(), useCodeName()];
  const invitation = api.useQuery('get', '/api/invitations/by-link/{token}', { params: { path: { token } } });
  const accept = api.useMutation('post', '/api/invitations/by-link/{token}');
  const next = { next: window.location.pathname } as never;
  return (
    <Page title={t('invited')}>
      <Ask of={invitation}>
        {({ name, roles, taken, yours }) => {
          if (yours) return <p role="status">{t('invitationYours')} <Link to="/">{t('toStart')}</Link></p>;
          if (taken && me !== null) return <p role="status">{t('invitationTaken')}</p>;
          return (
            <div className="card stack" style={{ maxWidth: 520, alignItems: 'flex-start' }}>
              <p>{t('invitedText', { name })}</p>
              {roles.length > 0 && (
                <p className="row">
                  {t('invitedAs')} {roles.map((role) => <Tag key={role}>{code(role)}</Tag>)}
                </p>
              )}
              {me === null ? (
                <>
                  <p className="soft">{taken ? t('invitationSignIn') : t('invitedFirst')}</p>
                  <div className="row">
                    {!taken && (
                      <Link to="/sign-up" search={next}>
                        {t('signUp')}
                      </Link>
                    )}
                    <Link to="/sign-in" search={next}>
                      {t('signIn')}
                    </Link>
                  </div>
                </>
              ) : (
                <Button type="primary" loading={accept.isPending} onClick={() => accept.mutate({ params: { path: { token } } }, { onSuccess: () => window.location.assign('/') })}>
                  {t('acceptInvitation')}
                </Button>
              )}
            </div>
          );
        }}
      </Ask>
    </Page>
  );
}
