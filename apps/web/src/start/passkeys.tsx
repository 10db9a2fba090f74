import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { addPasskey, passkeys, passkeysHere, removePasskey } from '../api/passkey.js';
import { Act } from '../ui/act.js';
import { useSure } from '../ui/sure.js';
import { Table } from '../ui/table.js';
import { When } from '../ui/when.js';
import { useStartWords } from './words.js';

const KEY = ['passkeys'];

/** The keys by which one signs in without a password. */
export function Passkeys() {
  const [t, sure, queries] = [useStartWords(), useSure(), useQueryClient()];
  const { data: items = [] } = useQuery({ queryKey: KEY, queryFn: passkeys });
  const again = () => queries.invalidateQueries({ queryKey: KEY });
  return (
    <Table
      title={t('passkeys')}
      rows={items}
      keyOf={({ id }) => id}
      empty={t(passkeysHere() ? 'noPasskeys' : 'passkeysElsewhere')}
      actions={passkeysHere() && <Act<{ name: string }> name={t('addPasskey')} note={t('addPasskeyText')} fields={[{ key: 'name', label: t('passkeyName'), as: 'text', most: 60 }]} send={({ name }) => addPasskey(name).then(again)} />}
      columns={[
        { title: t('passkeyName'), show: ({ name }) => name ?? '—' },
        { title: t('made'), show: ({ createdAt }) => <When at={createdAt} /> },
        {
          title: t('does'),
          show: ({ id }) => (
            <Button size="small" danger onClick={() => sure(t('removePasskey'), t('removePasskeyText'), () => removePasskey(id).then(again))}>
              {t('removePasskey')}
            </Button>
          ),
        },
      ]}
    />
  );
}
