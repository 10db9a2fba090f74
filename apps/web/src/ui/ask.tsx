import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { isProblem } from '../api/client.js';
import { LinkButton } from './link-button.js';
import { useUiWords } from './words.js';

/** A read as TanStack Query hands it out. */
interface Reading<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly failureCount: number;
  readonly refetch: () => unknown;
}

/** What a read answers, once it has; until then that it is on its way, or why it is not. */
export function Ask<T>({ of, children, rows = 4 }: { of: Reading<T>; children: (value: T) => ReactNode; rows?: number }) {
  const t = useUiWords();
  if (of.data !== undefined) return children(of.data);
  if (of.error !== null) {
    const text = isProblem(of.error) ? (of.error.status === 404 ? t('notFound') : of.error.detail) : t('failed');
    return (
      <div className="card stack" role="alert">
        <p>{text}</p>
        <div>
          {isProblem(of.error) && of.error.status === 401 ? (
            <LinkButton to="/sign-in" search={{ next: window.location.pathname + window.location.search } as never}>{t('signIn')}</LinkButton>
          ) : (
            <Button onClick={() => void of.refetch()}>{t('again')}</Button>
          )}
        </div>
      </div>
    );
  }
  return (
    <div aria-busy="true" role="status" aria-label={t('loading')}>
      {of.failureCount > 0 && <p className="soft">{t('cut')}</p>}
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  );
}

/** Nothing yet, and how to begin. */
export function Empty({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div className="card stack" style={{ alignItems: 'flex-start' }}>
      <p className="soft">{text}</p>
      {children}
    </div>
  );
}
