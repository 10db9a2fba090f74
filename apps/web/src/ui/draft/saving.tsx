import { useLine } from '../../api/line.js';
import { words } from '../../words.js';
import type { Drafting } from './use-draft.js';

const useWords = words('draft', {
  saved: ['已保存', 'Saved'],
  saving: ['正在保存…', 'Saving…'],
  kept: ['已存在本机，连接恢复后自动保存', 'Kept on this device; saved once the line is back'],
  problem: ['未能保存：{{problem}}', 'Not saved: {{problem}}'],
});

/** Whether what is typed is safe, and where. */
export function Saving({ of: { pending, problem } }: { of: Drafting }) {
  const [t, up] = [useWords(), useLine()];
  const waiting = Object.keys(pending).length > 0;
  const [tone, text] = problem ? (['bad', t('problem', { problem: problem.detail })] as const) : waiting && !up ? (['warn', t('kept')] as const) : waiting ? (['', t('saving')] as const) : (['good', t('saved')] as const);
  return (
    <span className={`tag ${tone}`} role="status" data-saving={problem ? 'problem' : waiting ? 'waiting' : 'saved'} style={{ whiteSpace: 'normal' }}>
      {text}
    </span>
  );
}
