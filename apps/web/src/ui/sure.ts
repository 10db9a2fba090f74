import { App } from 'antd';
import { useUiWords } from './words.js';

/** Asks once more before something that can't be taken back, saying what it will do. */
export function useSure(): (title: string, says: string, act: () => Promise<unknown>) => void {
  const { modal } = App.useApp();
  const t = useUiWords();
  return (title, says, act) => {
    modal.confirm({ title, content: says, okText: title, cancelText: t('cancel'), onOk: act });
  };
}
