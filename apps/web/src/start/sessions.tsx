import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { atTheDoor, signedIn } from '../api/session.js';
import { useSure } from '../ui/sure.js';
import { Table } from '../ui/table.js';
import { When } from '../ui/when.js';
import { useStartWords } from './words.js';

const KEY = ['sessions'];

/** The browser and the system of a device, as far as it says them. */
const deviceOf = (agent: string | null | undefined): string => [/(Edg|OPR|Firefox|MicroMessenger|Chrome|Safari)\//.exec(agent ?? '')?.[1]?.replace('Edg', 'Edge').replace('OPR', 'Opera').replace('MicroMessenger', 'WeChat'), /Windows|Android|iPhone|iPad|Mac OS X|HarmonyOS|Linux/.exec(agent ?? '')?.[0]].filter(Boolean).join(' · ') || '—';

/** Where one is signed in, with a way to end it everywhere else. */
export function Sessions() {
  const [t, sure, queries] = [useStartWords(), useSure(), useQueryClient()];
  const { data } = useQuery({ queryKey: KEY, queryFn: signedIn });
  const end = () => atTheDoor('revoke-other-sessions').then(() => queries.invalidateQueries({ queryKey: KEY }));
  return (
    <Table
      title={t('signedInOn')}
      rows={data?.all ?? []}
      keyOf={({ id }) => id}
      empty={t('noSessions')}
      actions={(data?.all.length ?? 0) > 1 && <Button onClick={() => sure(t('signOutOthers'), t('signOutOthersText'), end)}>{t('signOutOthers')}</Button>}
      columns={[
        { title: t('device'), show: ({ userAgent, id }) => <>{deviceOf(userAgent)} {id === data?.here && <Tag>{t('thisDevice')}</Tag>}</> },
        { title: t('address'), show: ({ ipAddress }) => ipAddress ?? '—' },
        { title: t('signedInSince'), show: ({ createdAt }) => <When at={createdAt} /> },
      ]}
    />
  );
}
