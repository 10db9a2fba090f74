import type { ReactNode } from 'react';
import { Empty } from '../ui/ask.js';
import { useRegistered } from './use-firm.js';
import { useFirmWords } from './words.js';

/** What is shown of a project's firm in the register; that it is not in it yet where it is not. */
export function Registered({ project, children }: { project: string; children: (firm: string) => ReactNode }) {
  const [t, firm] = [useFirmWords(), useRegistered(project)];
  return firm === null ? <Empty text={t('notRegistered')} /> : firm === undefined ? null : children(firm);
}
