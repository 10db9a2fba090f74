import { Select } from 'antd';
import type { RoundDraft } from './draft.js';
import { Labelled } from './labelled.js';
import { useEditorWords } from './words.js';

type Tie = NonNullable<RoundDraft['ties']>[number];

/** A tie-break as one choice of a list. */
const keyOf = (tie: Tie): string => (tie.by === 'criterion' ? `criterion ${tie.criterion ?? ''}` : tie.by === 'high-marks' ? `high-marks ${tie.atLeast ?? 0}` : tie.by);

function tieOf(key: string): Tie {
  const [by, what = ''] = key.split(' ');
  if (by === 'criterion') return { by, criterion: what };
  return by === 'high-marks' ? { by, atLeast: Number(what) } : { by: by === 'lot' ? 'lot' : 'all-marks' };
}

/** What decides between equal totals, one after the other, in the order in which it was chosen. */
export function TiesEditor({ round, onChange }: { round: RoundDraft; onChange: (ties: Tie[]) => void }) {
  const t = useEditorWords();
  const { rubric = [], ties = [] } = round;
  const options = [
    { value: 'all-marks', label: t('tieAllMarks') },
    ...rubric.map(({ key, name }) => ({ value: `criterion ${key}`, label: t('tieCriterion', { name }) })),
    ...ties.filter(({ by }) => by === 'high-marks').map((tie) => ({ value: keyOf(tie), label: t('tieHighMarks', { n: tie.atLeast }) })),
    { value: 'lot', label: t('tieLot') },
  ];
  return <Labelled name={t('ties')}>{(id) => <Select id={id} mode="multiple" value={ties.map(keyOf)} style={{ minWidth: 320 }} options={options} onChange={(keys: string[]) => onChange(keys.map(tieOf))} />}</Labelled>;
}
