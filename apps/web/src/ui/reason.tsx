import { App, Input } from 'antd';
import { useUiWords } from './words.js';

/** Asks for the reason of something that is put on record, and does it with that reason. */
export function useReason() {
  const { modal } = App.useApp();
  const t = useUiWords();
  return (title: string, act: (reason: string) => Promise<unknown>, initial = '') => {
    let reason = initial;
    modal.confirm({
      title,
      icon: null,
      content: (
        <div className="stack tight">
          <label htmlFor="reason">{t('reason')}</label>
          <Input.TextArea id="reason" autoFocus defaultValue={initial} autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} onChange={(event) => (reason = event.target.value)} />
          <span className="soft small">{t('reasonHelp')}</span>
        </div>
      ),
      okText: title,
      cancelText: t('cancel'),
      // A reason that is refused leaves the dialogue open, with what was typed.
      onOk: () => act(reason.trim()),
    });
  };
}
