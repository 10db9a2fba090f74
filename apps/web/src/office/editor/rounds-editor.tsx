import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { usePlanWords } from '../../public/round-plans.js';
import { changed, freeKey, type RoundDraft } from './draft.js';
import { Labelled } from './labelled.js';
import { RubricEditor } from './rubric-editor.js';
import { TiesEditor } from './ties-editor.js';
import { useEditorWords } from './words.js';

const WAYS = ['scored', 'screening', 'picks', 'pairwise', 'public-vote'] as const;
const SEATINGS = ['assigned', 'all', 'rooms'] as const;
const SCORINGS = ['mean', 'trimmed-mean', 'median', 'standardised', 'severity', 'borda'] as const;
const QUORUM = 3;
const PLACES = 20;

/** How a call is judged, round after round. */
export function RoundsEditor({ rounds, onChange: tell }: { rounds: readonly RoundDraft[]; onChange: (rounds: RoundDraft[]) => void }) {
  const t = useEditorWords();
  const onChange = (next: readonly RoundDraft[]) => tell(advancing(next));
  const put = (n: number, round: RoundDraft) => onChange(rounds.map((one, at) => (at === n ? round : one)));
  const swap = (n: number, by: number) => {
    const next = [...rounds];
    [next[n], next[n + by]] = [next[n + by]!, next[n]!];
    onChange(next);
  };
  return (
    <section className="stack">
      <h2>{t('rounds')}</h2>
      {rounds.map((round, n) => (
        <RoundEditor key={round.key ?? n} round={round} last={n === rounds.length - 1} onChange={(next) => put(n, next)} remove={() => onChange(rounds.filter((_, at) => at !== n))} up={n > 0 ? () => swap(n, -1) : undefined} down={n < rounds.length - 1 ? () => swap(n, 1) : undefined} />
      ))}
      <div>
        <Button onClick={() => onChange([...rounds, { key: freeKey(rounds.map(({ key }) => key), 'round-'), name: '', quorum: QUORUM, rubric: [] }])}>{t('addRound')}</Button>
      </div>
    </section>
  );
}

/** All the judges' rounds but the last say who goes on; a round that becomes the last, or is so no more, is put right. */
function advancing(rounds: readonly RoundDraft[]): RoundDraft[] {
  const last = rounds.findLast(({ way }) => way !== 'public-vote');
  return rounds.map((round) => changed(round, { advance: round === last || round.way === 'public-vote' ? undefined : (round.advance ?? { by: 'quota', places: PLACES }) }));
}

interface Props {
  readonly round: RoundDraft;
  readonly last: boolean;
  readonly onChange: (round: RoundDraft) => void;
  readonly remove: () => void;
  readonly up: (() => void) | undefined;
  readonly down: (() => void) | undefined;
}

function RoundEditor({ round, last, onChange, remove, up, down }: Props) {
  const [t, plan] = [useEditorWords(), usePlanWords()];
  const set = (change: { readonly [K in keyof RoundDraft]?: RoundDraft[K] | undefined }) => onChange(changed(round, change));
  const { way = 'scored', advance, spread, pitch } = round;
  const number = (key: 'quorum' | 'wildcards' | 'picks' | 'seats' | 'comparisons', name: Parameters<typeof t>[0]) => (
    <Labelled name={t(name)}>{(id) => <InputNumber id={id} min={0} precision={0} value={round[key] ?? null} onChange={(value) => (key === 'quorum' ? set({ quorum: value ?? 1 }) : set({ [key]: value ?? undefined }))} style={{ width: 110 }} />}</Labelled>
  );
  return (
    <article className="card stack">
      <div className="row apart">
        <Input aria-label={t('name')} value={round.name} maxLength={60} style={{ width: 220, fontWeight: 600 }} onChange={(event) => set({ name: event.target.value })} />
        <span className="row">
          {up && <Button size="small" onClick={up}>{t('up')}</Button>}
          {down && <Button size="small" onClick={down}>{t('down')}</Button>}
          <Button size="small" danger onClick={remove}>
            {t('remove')}
          </Button>
        </span>
      </div>
      <div className="row top" style={{ gap: 18 }}>
        <Labelled name={t('way')}>{(id) => <Select id={id} value={way} style={{ width: 190 }} onChange={(next) => set({ way: next, ...(next === 'scored' || next === 'screening' ? {} : { rubric: [] }) })} options={WAYS.map((value) => ({ value, label: plan(value) }))} />}</Labelled>
        <Labelled name={t('seating')}>{(id) => <Select id={id} value={round.seating ?? 'assigned'} style={{ width: 190 }} onChange={(seating) => set({ seating })} options={SEATINGS.map((value) => ({ value, label: plan(value) }))} />}</Labelled>
        {way === 'scored' && <Labelled name={t('scoring')}>{(id) => <Select id={id} value={round.scoring ?? 'mean'} style={{ width: 190 }} onChange={(scoring) => set({ scoring })} options={SCORINGS.map((value) => ({ value, label: plan(value) }))} />}</Labelled>}
        {number('quorum', 'quorum')}
        {way === 'picks' && (<>{number('picks', 'picks')}{number('seats', 'seats')}</>)}
        {way === 'pairwise' && number('comparisons', 'comparisons')}
      </div>
      {way !== 'public-vote' && !last && (
        <div className="row top" style={{ gap: 18 }}>
          <Labelled name={t('advance')}>{(id) => <Select id={id} value={advance?.by ?? 'quota'} style={{ width: 160 }} onChange={(by) => set({ advance: by === 'threshold' ? { by, atLeast: 60 } : { by: 'quota', places: 20 } })} options={[{ value: 'quota', label: t('quota') }, { value: 'threshold', label: t('threshold') }]} />}</Labelled>
          {advance?.by === 'threshold' ? <Labelled name={t('atLeast')}>{(id) => <InputNumber id={id} value={advance.atLeast ?? null} onChange={(atLeast) => set({ advance: { by: 'threshold', atLeast: atLeast ?? 0 } })} />}</Labelled> : <Labelled name={t('advancePlaces')}>{(id) => <InputNumber id={id} min={1} precision={0} value={advance?.places ?? null} onChange={(places) => set({ advance: { by: 'quota', places: places ?? 1 } })} />}</Labelled>}
          {number('wildcards', 'wildcards')}
        </div>
      )}
      <div className="row top" style={{ gap: 18 }}>
        {(way === 'scored' || way === 'screening') && (
          <>
            <Labelled name={t('spread')}>{(id) => <InputNumber id={id} min={0} value={spread?.limit ?? null} onChange={(limit) => set({ spread: limit === null ? undefined : { limit, then: spread?.then ?? 'judge' } })} />}</Labelled>
            {spread && <Labelled name={t('spreadThen')}>{(id) => <Select id={id} value={spread.then} style={{ width: 130 }} onChange={(then) => set({ spread: { ...spread, then } })} options={(['judge', 'panel'] as const).map((value) => ({ value, label: t(value) }))} />}</Labelled>}
          </>
        )}
        {way === 'scored' && (
          <>
            <Labelled name={`${t('pitch')}: ${t('present')}`}>{(id) => <InputNumber id={id} min={0.5} step={0.5} value={pitch?.present ?? null} onChange={(present) => set({ pitch: present === null ? undefined : { present, answer: pitch?.answer ?? present } })} />}</Labelled>
            {pitch && <Labelled name={t('answer')}>{(id) => <InputNumber id={id} min={0} step={0.5} value={pitch.answer} onChange={(answer) => set({ pitch: { ...pitch, answer: answer ?? 0 } })} />}</Labelled>}
          </>
        )}
        <Checkbox checked={round.discussion === true} onChange={(event) => set({ discussion: event.target.checked })} style={{ alignSelf: 'flex-end' }}>
          {t('discussion')}
        </Checkbox>
      </div>
      {way === 'scored' && <TiesEditor round={round} onChange={(ties) => set({ ties })} />}
      {(way === 'scored' || way === 'screening') && <RubricEditor rubric={round.rubric ?? []} onChange={(rubric) => set({ rubric })} />}
    </article>
  );
}
