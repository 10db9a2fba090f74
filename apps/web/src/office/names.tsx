import { Checkbox, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { calls as api, type Answer } from '../api/client.js';
import { Ask, Empty } from '../ui/ask.js';
import { Page } from '../ui/page.js';
import { Table } from '../ui/table.js';
import { words } from '../words.js';
import { useOfficeWords } from './words.js';

type Edition = Answer<'/api/names/in-use'>['items'][number];

const useNamesWords = words('names', {
  text: ['用英文界面和英文邮件的人看到这里填写的名称；没有填写的显示中文。规则、评分和记录始终只认中文名称，发布后也可以补填。', 'Readers of the English console and of English mails see the names given here; where there is none they see the Chinese. Rules, marks and the record know the Chinese name alone, so English may be added after publication too.'],
  chinese: ['中文名称', 'Chinese name'],
  english: ['英文名称', 'English name'],
  what: ['用于', 'Names a'],
  missing: ['只看缺英文的', 'Only those without English'],
  progress: ['{{done}} / {{of}} 个有英文名称', '{{done}} of {{of}} have an English name'],
  allDone: ['都有英文名称了。', 'All have an English name.'],
  contest: ['赛事', 'contest'],
  'upper-contest': ['上级赛事', 'upper contest'],
  organisation: ['单位', 'organisation'],
  call: ['征集', 'call'],
  group: ['组别', 'group'],
  round: ['轮次', 'round'],
  criterion: ['评分项', 'criterion'],
  level: ['评分档说明', 'level of a criterion'],
  prize: ['奖项', 'prize'],
  column: ['计算列', 'derived column'],
});

/** What the names of each edition are called in English. */
export default function Names() {
  const [t, office] = [useNamesWords(), useOfficeWords()];
  const [chosen, setChosen] = useState<string | null>(null);
  const used = api.useQuery('get', '/api/names/in-use');
  return (
    <Page title={office('englishNames')} crumbs={[{ to: '/office', name: office('contests') }]} note={t('text')}>
      <Ask of={used}>
        {({ items }) => {
          const edition = items.find(({ id }) => id === chosen) ?? items[0];
          if (!edition) return <Empty text={office('noContests')} />;
          const label = ({ name, edition: n }: Edition) => office('editionOf', { name, n });
          return <NamesOf key={edition.id} edition={edition} choose={<Select aria-label={t('contest')} value={edition.id} onChange={setChosen} options={items.map((one) => ({ value: one.id, label: label(one) }))} popupMatchSelectWidth={false} />} />;
        }}
      </Ask>
    </Page>
  );
}

function NamesOf({ edition: { names }, choose }: { edition: Edition; choose: ReactNode }) {
  const t = useNamesWords();
  const translate = api.useMutation('put', '/api/names');
  // Which lack English is settled when one asks for them, so that a line doesn't go while it is being filled in.
  const [lacking, setLacking] = useState<ReadonlySet<string> | null>(null);
  const save = (zh: string, was: string, en: string) => en.trim() !== was && translate.mutate({ body: { names: [{ zh, en: en.trim() }] } });
  const shown = names.filter(({ zh }) => lacking?.has(zh) ?? true);
  return (
    <div className="stack wide">
      <div className="row">
        {choose}
        <Checkbox checked={lacking !== null} onChange={({ target }) => setLacking(target.checked ? new Set(names.filter(({ en }) => en === null).map(({ zh }) => zh)) : null)}>
          {t('missing')}
        </Checkbox>
        <span className="soft" role="status">
          {t('progress', { done: names.filter(({ en }) => en !== null).length, of: names.length })}
        </span>
      </div>
      <Table
        title={t('english')}
        rows={shown}
        keyOf={({ zh }) => zh}
        empty={t('allDone')}
        columns={[
          { title: t('chinese'), show: ({ zh }) => zh },
          { title: t('what'), show: ({ of }) => t(of) },
          { title: t('english'), show: ({ zh, en }) => <Input key={en} aria-label={`${t('english')}: ${zh}`} defaultValue={en ?? ''} maxLength={500} onBlur={({ target }) => save(zh, en ?? '', target.value)} onPressEnter={({ currentTarget }) => currentTarget.blur()} /> },
        ]}
      />
    </div>
  );
}
