import { useEffect, useState } from 'react';
import { useLanguage, type Language } from '../words.js';
import { useUiWords } from './words.js';

const MINUTE = 60_000;

const format = (language: Language, zone: string | undefined, whole: boolean) =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: whole ? 'long' : 'medium', ...(whole ? { timeStyle: 'short' } : {}), ...(zone !== undefined && { timeZone: zone }) });

/** An instant in its zone, which is named where it is not the reader's own. */
export function When({ at, zone, dateOnly = false }: { at: string | null | undefined; zone?: string | undefined; dateOnly?: boolean }) {
  const language = useLanguage();
  if (at === null || at === undefined) return <span className="soft">—</span>;
  const foreign = zone !== undefined && zone !== Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <time dateTime={at}>
      {format(language, zone, !dateOnly).format(new Date(at))}
      {foreign && !dateOnly && <span className="soft small"> {zone}</span>}
    </time>
  );
}

/** The time now, again every so many milliseconds. */
export function useNow(every = MINUTE): number {
  const [now, set] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => set(Date.now()), every);
    return () => window.clearInterval(timer);
  }, [every]);
  return now;
}

/** How long until then; the last day in hours, the last hour in minutes. */
export function Until({ at }: { at: string }) {
  const t = useUiWords();
  const left = Date.parse(at) - useNow();
  if (left <= 0) return <span className="tag">{t('passed')}</span>;
  const minutes = Math.ceil(left / MINUTE);
  if (minutes < 60) return <span className="tag bad">{t('inMinutes', { count: minutes })}</span>;
  if (minutes < 48 * 60) return <span className="tag warn">{t('inHours', { count: Math.round(minutes / 60) })}</span>;
  return <span className="tag">{t('inDays', { count: Math.round(minutes / 1440) })}</span>;
}
