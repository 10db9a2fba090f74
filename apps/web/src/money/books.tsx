import { useState } from 'react';
import { Button } from 'antd';
import { calls as api } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { useMoney } from '../ui/quantity.js';
import { Table } from '../ui/table.js';
import { useMoneyWords } from './words.js';

/** The pots of a fund or a pool as the books have them; each opens to its transfers. */
export function Books({ owner }: { owner: string }) {
  const [t, money] = [useMoneyWords(), useMoney()];
  const [open, setOpen] = useState<string | null>(null);
  const accounts = api.useQuery('get', '/api/ledger/accounts', { params: { query: { limit: 200, owner } } });
  return (
    <>
      <Ask of={accounts}>
        {({ items }) => (
          <Table
            title={t('books')}
            rows={items}
            keyOf={({ id }) => id}
            empty={t('nothing')}
            columns={[
              { title: t('pot'), show: ({ part }) => part },
              { title: t('kindOfBook'), show: ({ book }) => book },
              { title: t('balance'), number: true, show: ({ balance }) => money(balance) },
              {
                title: t('transfers'),
                show: ({ id }) => (
                  <Button size="small" aria-expanded={open === id} onClick={() => setOpen(open === id ? null : id)}>
                    {t('transfers')}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Ask>
      {open !== null && <Transfers account={open} />}
    </>
  );
}

function Transfers({ account }: { account: string }) {
  const [t, money] = [useMoneyWords(), useMoney()];
  const transfers = api.useQuery('get', '/api/ledger/transfers', { params: { query: { limit: 500, account } } });
  return (
    <Ask of={transfers}>
      {({ items }) => (
        <Table
          title={t('transfers')}
          rows={items}
          keyOf={({ id }) => id}
          empty={t('nothing')}
          columns={[
            { title: t('on'), show: ({ on }) => on },
            { title: t('from'), show: ({ from }) => from.part },
            { title: t('to'), show: ({ to }) => to.part },
            { title: t('amount'), number: true, show: ({ amount }) => money(amount) },
            { title: t('ground'), show: ({ ground }) => ground },
          ]}
        />
      )}
    </Ask>
  );
}
