import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { answered, api as client, type Answer } from '../api/client.js';
import { Ask, Empty } from '../ui/ask.js';
import { Board } from '../ui/board.js';
import { useCodeName } from '../ui/codes.js';
import { useAllPages } from '../ui/list/all-pages.js';
import { useStateName } from '../ui/state.js';
import { useParkWords } from './words.js';

type Deal = Answer<'/api/deals'>['items'][number];

const STATES = ['intent', 'negotiating', 'contracted', 'building', 'built', 'producing', 'at-capacity', 'above-scale', 'ended'];

/** A park's deals by the step that they have come to. */
export default function Deals({ park }: { park: string }) {
  const [t, code, states] = [useParkWords(), useCodeName(), useStateName()];
  const deals = useAllPages<Deal>(['get', '/api/deals', park], async (after) => answered(await client.GET('/api/deals', { params: { query: { limit: 500, park, ...(after !== undefined && { after }) } } })));
  const lanes = useMemo(() => STATES.map((state) => ({ key: state, name: states(state), cards: deals.data?.filter((deal) => deal.state === state) ?? [] })), [states, deals.data]);
  return (
    <Ask of={deals}>
      {(rows) =>
        rows.length === 0 ? (
          <Empty text={t('noDeals')} />
        ) : (
          <Board
            label={t('deals')}
            lanes={lanes}
            keyOf={({ id }) => id}
            show={({ id, firm, industry, declaredOn }) => (
              <>
                <Link to={`/deals/${id}`}>{firm}</Link>
                <span className="soft small">
                  {code(industry)} · {declaredOn}
                </span>
              </>
            )}
          />
        )
      }
    </Ask>
  );
}
