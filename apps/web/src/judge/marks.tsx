import { Button, Input, InputNumber, Segmented } from 'antd';
import { asksComment, type Criterion, type SheetWork } from './use-sheet.js';
import { useNamed } from '../ui/named.js';
import { useJudgeWords } from './words.js';

interface Props {
  readonly rubric: readonly Criterion[];
  readonly screening: boolean;
  readonly work: SheetWork;
  readonly locked: boolean;
  /** Big buttons, for a phone held in a hall. */
  readonly big?: boolean;
  /** Goes on to the next mark, when one is typed. */
  readonly next?: () => void;
}

const DECIMALS = 10;
const tidy = (mark: number) => Number(mark.toFixed(DECIMALS));

/** The criteria of a sheet, each with its mark, what that means, and the words it asks for. */
export function Marks({ rubric, screening, work, locked, big = false, next }: Props) {
  const [t, named] = [useJudgeWords(), useNamed()];
  const { markOf, commentOf, drafting } = work;
  return (
    <div className="stack">
      {rubric.map((criterion) => {
        const { key, min, max, step, weight, levels = [] } = criterion;
        const name = named(criterion.name);
        const mark = markOf(key);
        const level = mark === null ? undefined : levels.filter(({ from }) => from <= mark).sort((a, b) => b.from - a.from)[0];
        const set = (value: number | null) => value !== null && drafting.draft.set(`mark-${key}`, tidy(Math.min(max, Math.max(min, value))));
        const asked = asksComment(criterion, mark);
        return (
          <div key={key} className="stack tight" style={{ paddingBottom: 10, borderBottom: '1px solid var(--line)' }}>
            <div className="row apart" style={{ flexWrap: big ? 'wrap' : 'nowrap' }}>
              <label htmlFor={`mark-${key}`}>
                <b>{name}</b> <span className="soft small">{!screening && t('range', { min, max, step, weight })}</span>
              </label>
              {screening && min === 0 && max === 1 ? (
                <Segmented name={`mark-${key}`} aria-label={name} disabled={locked} value={mark ?? -1} onChange={set} options={[{ value: 1, label: t('pass') }, { value: 0, label: t('fail') }]} size={big ? 'large' : 'medium'} />
              ) : (
                <span className="row" style={{ flexWrap: 'nowrap' }}>
                  {big && (
                    <Button size="large" disabled={locked} aria-label={`${t('dialless')}: ${name}`} onClick={() => set((mark ?? min) - step)} style={{ width: 56, height: 56, fontSize: 24 }}>
                      −
                    </Button>
                  )}
                  <InputNumber id={`mark-${key}`} data-mark value={mark} disabled={locked} min={min} max={max} step={step} keyboard={false} onChange={set} onPressEnter={({ ctrlKey, metaKey }) => !ctrlKey && !metaKey && next?.()} size={big ? 'large' : 'medium'} style={{ width: big ? 96 : 92, ...(big && { fontSize: 22 }) }} inputMode="decimal" />
                  {big && (
                    <Button size="large" disabled={locked} aria-label={`${t('dialmore')}: ${name}`} onClick={() => set(mark === null ? Math.round((min + max) / 2 / step) * step : mark + step)} style={{ width: 56, height: 56, fontSize: 24 }}>
                      +
                    </Button>
                  )}
                </span>
              )}
            </div>
            {level && <span className="soft small">{named(level.means)}</span>}
            {(asked || commentOf(key) !== '' || screening) && (
              <Input.TextArea aria-label={t('commentOf', { criterion: name })} placeholder={asked ? t('commentAsked') : t('commentOf', { criterion: name })} status={asked && commentOf(key).trim() === '' ? 'warning' : ''} disabled={locked} value={commentOf(key)} autoSize maxLength={5000} onChange={(event) => drafting.draft.set(`comment-${key}`, event.target.value)} />
            )}
          </div>
        );
      })}
    </div>
  );
}
