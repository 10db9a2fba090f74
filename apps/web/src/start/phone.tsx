import { Button } from 'antd';
import { calls as api, type Shown } from '../api/client.js';
import { useMe } from '../api/session.js';
import { Act } from '../ui/act.js';
import { useSure } from '../ui/sure.js';
import { useStartWords } from './words.js';

/** The number at which urgent notices also reach one; shown where the installation sends text messages. */
export function Phone() {
  const [t, me, sure] = [useStartWords(), useMe(), useSure()];
  const { data: ways } = api.useQuery('get', '/api/sign-in-ways');
  const ask = api.useMutation('post', '/api/people/{person}/phone');
  const confirm = api.useMutation('post', '/api/people/{person}/phone/confirm');
  const drop = api.useMutation('delete', '/api/people/{person}/phone');
  if (!me || ways?.texts !== true) return null;
  const params = { path: { person: me.id } };
  return (
    <section className="card stack">
      <h2>{t('phone')}</h2>
      <p className="soft">{me.phone === null ? t('noPhone') : t('phoneIs', { phone: me.phone })}</p>
      <div className="row">
        <Act<Shown['AskPhone']> name={t(me.phone === null ? 'askPhone' : 'changePhone')} note={t('askPhoneText')} fields={[{ key: 'phone', label: t('phone'), as: 'text', most: 20 }]} send={(body) => ask.mutateAsync({ params, body })} />
        <Act<Shown['PhoneCode']> name={t('typeCode')} fields={[{ key: 'code', label: t('code'), as: 'text', most: 6 }]} send={(body) => confirm.mutateAsync({ params, body })} />
        {me.phone !== null && (
          <Button danger onClick={() => sure(t('dropPhone'), t('dropPhoneText'), () => drop.mutateAsync({ params }))}>
            {t('dropPhone')}
          </Button>
        )}
      </div>
    </section>
  );
}
