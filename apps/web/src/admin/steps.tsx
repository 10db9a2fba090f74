import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useAdminWords } from './words.js';

const PAGE = 100;

/** To the page before and after of a long list, the latest first. */
export function Steps({ skip, next }: { skip: number; next: number | null }) {
  const [t, navigate] = [useAdminWords(), useNavigate()];
  const go = (to: number) => void navigate({ to: '.', search: ((before: object) => ({ ...before, skip: to === 0 ? undefined : String(to) })) as never });
  if (skip === 0 && next === null) return null;
  return (
    <div className="row">
      <Button disabled={skip === 0} onClick={() => go(Math.max(0, skip - PAGE))}>
        {t('later')}
      </Button>
      <Button disabled={next === null} onClick={() => go(next!)}>
        {t('more')}
      </Button>
    </div>
  );
}
