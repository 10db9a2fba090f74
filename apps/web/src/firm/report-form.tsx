import { App, Button, Checkbox, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { isProblem, type Answer, type Problem } from '../api/client.js';
import { wordsOf } from '../api/session.js';
import { useMoney } from '../ui/quantity.js';
import { useUiWords } from '../ui/words.js';
import { useLanguage } from '../words.js';
import { useFirmWords } from './words.js';

type Field = Answer<'/api/incubatees/{incubatee}/reports/next'>['fields'][number];
type Figures = Readonly<Record<string, number>>;

interface Props {
  readonly fields: readonly Field[];
  readonly headings: readonly [before: string, now: string];
  readonly before: Figures;
  readonly initial: Figures;
  readonly asksReason?: boolean;
  readonly send: (body: { figures: Figures; confirmed: string[]; reason?: string }) => Promise<unknown>;
  readonly name: string;
  readonly cancel?: () => void;
}

const keyOf = (field: string): string => field.replace(/^figures\./, '');

/** A report's figures beside those before. What contradicts or jumps is told at its line; a jump can be confirmed. */
export function ReportForm({ fields, headings, before, initial, asksReason = false, send, name, cancel }: Props) {
  const [t, ui, language, money] = [useFirmWords(), useUiWords(), useLanguage(), useMoney()];
  const { message } = App.useApp();
  const [figures, setFigures] = useState<Figures>(initial);
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, setSending] = useState(false);
  const said = new Map(problem?.errors?.map(({ field, message: text }) => [keyOf(field), text]));
  const doubted = problem?.code === 'report:doubtful';
  const put = (key: string, unit: Field['unit'], value: number | null) => {
    const { [key]: _, ...rest } = figures;
    setFigures(value === null ? rest : { ...rest, [key]: unit === 'fen' ? Math.round(value * 100) : value });
  };
  const submit = async () => {
    setSending(true);
    try {
      await send({ figures, confirmed: [...confirmed], ...(asksReason && { reason }) });
      setProblem(null);
      void message.success(t('done'));
    } catch (error) {
      setProblem(isProblem(error) ? error : { code: '', status: 0, detail: wordsOf(error) });
    } finally {
      setSending(false);
    }
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="scroll" tabIndex={0} role="region" aria-label={headings[1]}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('figure')}</th>
              <th scope="col" className="number">{headings[0]}</th>
              <th scope="col">{headings[1]}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ key, unit, as, needed, signed, ...names }) => (
              <tr key={key}>
                <th scope="row" style={{ color: 'var(--ink)', minWidth: 150 }}>
                  <label htmlFor={`figure-${key}`}>
                    {names[language]} {needed && <span className="bad" aria-hidden="true">*</span>}
                  </label>
                  <div className="soft small">{t(as)}</div>
                </th>
                <td className="number">{before[key] === undefined ? '—' : unit === 'fen' ? money(before[key]) : before[key]}</td>
                <td style={{ minWidth: 200 }}>
                  <InputNumber id={`figure-${key}`} value={figures[key] === undefined ? null : unit === 'fen' ? figures[key] / 100 : figures[key]} onChange={(value) => put(key, unit, value)} precision={unit === 'fen' ? 2 : 0} {...(signed !== true && { min: 0 })} {...(unit === 'fen' && { suffix: '元' })} {...(said.has(key) && { status: 'error' as const, 'aria-describedby': `said-${key}` })} style={{ width: '100%' }} />
                  {said.has(key) && (
                    <div id={`said-${key}`} className="small bad">
                      {said.get(key)}
                      {doubted && (
                        <div>
                          <Checkbox checked={confirmed.includes(key)} onChange={(event) => setConfirmed(event.target.checked ? [...confirmed, key] : confirmed.filter((one) => one !== key))}>
                            {t('confirm')}
                          </Checkbox>
                        </div>
                      )}
                    </div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {asksReason && (
        <label className="stack tight">
          {t('reason')}
          <Input.TextArea value={reason} onChange={(event) => setReason(event.target.value)} maxLength={2000} />
        </label>
      )}
      {problem !== null && (
        <p className="note bad" role="alert">
          {problem.detail}
        </p>
      )}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={sending}>
          {name}
        </Button>
        {cancel && <Button onClick={cancel}>{ui('cancel')}</Button>}
      </div>
    </form>
  );
}
