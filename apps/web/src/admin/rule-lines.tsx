import { Button } from 'antd';
import { calls as api, type Answer, type Shown } from '../api/client.js';
import { Act } from '../ui/act.js';
import type { FieldOf } from '../ui/field.js';
import { useSure } from '../ui/sure.js';
import { useQuantity, useRuleValue } from '../ui/rule-value.js';
import { Table } from '../ui/table.js';
import { listed, useLanguage } from '../words.js';
import { useAdminWords } from './words.js';

type Version = Answer<'/api/rules/{rule}'>['items'][number];
type Line = Version['lines'][number];
/** A line as its dialogue holds it: a list is typed a code a line. */
type Change = Omit<Shown['RuleRevision'], 'list' | 'at' | 'copy' | 'remove'> & { list?: string };

/** What a line asks for, as people say it. */
export function useAsked(): (line: Pick<Line, 'clause' | 'atLeast' | 'of'>) => string {
  const [t, quantity, valueOf] = [useAdminWords(), useQuantity(), useRuleValue()];
  return ({ clause, atLeast, of }) => {
    if (clause === null && of === null) return '';
    if (clause === null) return atLeast === of ? t('allOf', { of: of ?? 0 }) : t('someOf', { least: atLeast ?? 0, of: of ?? 0 });
    const { comparison, threshold, unit } = clause;
    if (typeof threshold === 'boolean') return threshold ? t('yes') : t('no');
    const value = Array.isArray(threshold) ? listed(threshold.map((one) => valueOf(one as string))) : typeof threshold === 'number' ? quantity(threshold, unit) : valueOf(threshold as string);
    return comparison === 'is' ? value : `${t(comparison)} ${value}`;
  };
}

/** The fields by which a line of a draft is changed; the threshold is asked for as what it is. */
function fieldsFor({ clause, of }: Line, table: boolean, t: ReturnType<typeof useAdminWords>): FieldOf<keyof Change>[] {
  const words: FieldOf<keyof Change>[] = [{ key: 'zh', label: t('zh'), as: 'text', most: 500 }, { key: 'en', label: t('en'), as: 'text', most: 500 }];
  if (clause === null && of === null) return words;
  if (clause === null) return [{ key: 'atLeast', label: t('atLeast'), as: 'count', least: 1, ...(of !== null && { most: of }) }, ...words];
  const threshold = clause.threshold;
  if (Array.isArray(threshold)) return [{ key: 'list', label: t('threshold'), help: t('listHelp'), as: 'long' }, ...words];
  const as = typeof threshold === 'boolean' ? 'yes' : typeof threshold === 'number' ? (clause.unit === 'fen' ? 'yuan' : 'decimal') : 'text';
  const asked: FieldOf<keyof Change> = { key: 'threshold', label: t('threshold'), as };
  return table ? [asked] : [asked, ...words];
}

const shownOf = ({ clause, atLeast, zh, en }: Line, table: boolean): Partial<Change> => ({ ...(!(table && clause !== null) && { zh, en }), ...(clause === null ? atLeast !== null && { atLeast } : Array.isArray(clause.threshold) ? { list: clause.threshold.join('\n') } : { threshold: clause.threshold }) });

/** A version of a rule, line by line; a draft's lines can be changed. */
export function RuleLines({ of, rule, writes }: { of: Version; rule: string; writes: boolean }) {
  const [t, language, asked] = [useAdminWords(), useLanguage(), useAsked()];
  const revise = api.useMutation('post', '/api/rule-versions/{version}/revise');
  // A table's own lines are figures under names that stay: its columns are the program's.
  const table = of.lines[0]?.of === null;
  const revision = (body: Shown['RuleRevision']) => revise.mutateAsync({ params: { path: { version: of.id ?? '' } }, body: { revisions: [body] } });
  return (
    <Table
      title={`${of.version} · ${of.source}`}
      rows={of.lines}
      keyOf={({ at }) => at}
      empty={t('nothing')}
      columns={[
        { title: t('condition'), show: ({ depth, clause, ...words }) => <span style={{ display: 'inline-block', paddingLeft: depth * 14, fontWeight: clause === null ? 600 : 400 }}>{words[language]}</span> },
        { title: t('asks'), show: asked },
        { title: t('article'), show: ({ clause }) => clause?.article ?? '' },
        ...(writes && of.state === 'draft' ? [{ title: t('does'), show: (line: Line) => <LineActs key={`${rule}${line.at}`} of={line} table={table} revise={revision} /> }] : []),
      ]}
    />
  );
}

/** What can be done with a line of a draft. */
function LineActs({ of: line, table, revise }: { of: Line; table: boolean; revise: (revision: Shown['RuleRevision']) => Promise<unknown> }) {
  const [t, language, sure] = [useAdminWords(), useLanguage(), useSure()];
  const { at, row } = line;
  const change = ({ list, ...body }: Change) => revise({ ...body, at, ...(list !== undefined && { list: list.split('\n').map((one) => one.trim()).filter((one) => one !== '') }) });
  return (
    <div className="row">
      {row !== 'counted' && <Act<Change> name={t('change')} size="small" fields={fieldsFor(line, table, t)} initial={shownOf(line, table)} send={change} />}
      {row === 'named' && <Act<{ copy: string }> name={t('copyRow')} size="small" note={t('copyRowNote')} fields={[{ key: 'copy', label: t('rowKey'), as: 'text', most: 40 }]} send={({ copy }) => revise({ at, copy })} />}
      {row === 'counted' && (
        <Button size="small" onClick={() => void revise({ at, copy: 'x' })}>
          {t('copyRow')}
        </Button>
      )}
      {row !== null && (
        <Button size="small" danger onClick={() => sure(t('removeRow'), t('removeRowText', { row: line[language] }), () => revise({ at, remove: true }))}>
          {t('removeRow')}
        </Button>
      )}
    </div>
  );
}
