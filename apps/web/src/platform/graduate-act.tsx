import { calls as api, type Answer } from '../api/client.js';
import { Act } from '../ui/act.js';
import { usePlatformWords } from './words.js';

/** Graduates a firm, where the rule in force lets it. */
export function GraduateAct({ of }: { of: Pick<Answer<'/api/incubatees/{incubatee}'>, 'id' | 'missing'> }) {
  const t = usePlatformWords();
  const graduate = api.useMutation('post', '/api/incubatees/{incubatee}/graduate');
  return <Act name={t('graduate')} type={of.missing.length === 0 ? 'primary' : 'default'} note={t('graduateNote')} send={() => graduate.mutateAsync({ params: { path: { incubatee: of.id } }, body: { facts: {} } })} />;
}
