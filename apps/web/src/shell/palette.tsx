import { useNavigate } from '@tanstack/react-router';
import { Input, Modal } from 'antd';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { calls } from '../api/client.js';
import { useMe } from '../api/session.js';
import { speak, useLanguage } from '../words.js';
import { pagesFor } from './pages.js';
import { useNamed } from '../ui/named.js';
import { look } from '../ui/theme.js';
import { useShellWords } from './words.js';

interface Choice {
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly run: () => void;
}

const MOST = 30;

/** Finds a page, a call or an entry by name, or does something, all by keyboard. */
export default function Palette({ close }: { close: () => void }) {
  const [t, named, language, me, navigate] = [useShellWords(), useNamed(), useLanguage(), useMe(), useNavigate()];
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const known = calls.useQuery('get', '/api/calls', { params: { query: { limit: 1000 } } });
  const mine = calls.useQuery('get', '/api/entries', { params: { query: { limit: 200 } } }, { enabled: me !== null && me !== undefined });

  const choices = useMemo((): Choice[] => {
    const go = (to: string) => () => void navigate({ to });
    return [
      ...pagesFor(me).map(({ to, words }) => ({ key: to, name: t(words), kind: t('page'), run: go(to) })),
      { key: 'language', name: t('language'), kind: t('action'), run: () => void speak(language === 'zh' ? 'en' : 'zh') },
      ...(['light', 'dark', 'auto'] as const).map((one) => ({ key: one, name: `${t('look')}: ${t(one)}`, kind: t('action'), run: () => look(one) })),
      ...(known.data?.items ?? []).map(({ id, name, contest }) => ({ key: id, name: `${named(contest.name)} ${contest.edition} · ${named(name)}`, kind: t('call'), run: go(`/calls/${id}`) })),
      ...(mine.data?.items ?? []).map(({ id, title }) => ({ key: id, name: title, kind: t('entry'), run: go(`/entries/${id}`) })),
    ];
  }, [t, named, language, me, navigate, known.data, mine.data]);
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = choices.filter(({ name }) => wanted.every((word) => name.toLowerCase().includes(word))).slice(0, MOST);
  const chosen = Math.min(at, found.length - 1);

  const take = (choice: Choice | undefined) => {
    if (!choice) return;
    close();
    choice.run();
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(found.length - 1, chosen + step)));
    } else if (event.key === 'Enter') take(found[chosen]);
  };

  return (
    <Modal open closable={false} footer={null} onCancel={close} style={{ top: 80 }} title={<span className="hidden-but-said">{t('find')}</span>}>
      <Input autoFocus size="large" value={text} placeholder={t('findHint')} onKeyDown={onKey} onChange={(event) => (setText(event.target.value), setAt(0))} role="combobox" aria-expanded="true" aria-controls="palette-results" aria-activedescendant={found[chosen] ? `choice-${chosen}` : undefined} aria-label={t('findHint')} />
      <div className="palette-results" role="listbox" id="palette-results" aria-label={t('find')}>
        {found.map((choice, n) => (
          <div key={choice.key} id={`choice-${n}`} role="option" aria-selected={n === chosen} onMouseEnter={() => setAt(n)} onClick={() => take(choice)}>
            <span>{choice.name}</span>
            <span className="soft">{choice.kind}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="soft">{t('nothing')}</p>}
    </Modal>
  );
}
