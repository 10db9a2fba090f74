import { Button } from 'antd';
import { useUiWords } from './words.js';

/** A secret that is told this once, until its reader says that he has it. */
export function ToldOnce({ title, secret, onNoted }: { title: string; secret: string | null; onNoted: () => void }) {
  const t = useUiWords();
  if (secret === null) return null;
  return (
    <section className="card stack" role="status">
      <h2>{title}</h2>
      <code style={{ overflowWrap: 'anywhere' }}>{secret}</code>
      <div>
        <Button onClick={onNoted}>{t('noted')}</Button>
      </div>
    </section>
  );
}
