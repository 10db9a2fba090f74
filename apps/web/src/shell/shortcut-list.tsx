import { Modal } from 'antd';
import { useUiWords } from '../ui/words.js';
import { useActive } from './shortcuts.js';
import { useShellWords } from './words.js';

export default function ShortcutList({ close }: { close: () => void }) {
  const [t, ui] = [useShellWords(), useUiWords()];
  const lists = useActive();
  return (
    <Modal open title={t('shortcuts')} onCancel={close} footer={null} closable={{ 'aria-label': ui('close') }}>
      {(['anywhere', 'here'] as const).map((where) => {
        const own = lists.filter((one) => one.where === where).flatMap(({ list }) => list);
        return own.length === 0 ? null : (
          <section key={where} style={{ marginTop: 12 }}>
            <h3>{t(where)}</h3>
            <table className="plain">
              <tbody>
                {own.map(({ keys, does }) => (
                  <tr key={keys}>
                    <td style={{ width: 130 }}>
                      {keys.split(' ').map((key) => (
                        <kbd key={key} style={{ marginRight: 4 }}>
                          {key.replace('$mod', 'Ctrl').replace('Shift+?', '?')}
                        </kbd>
                      ))}
                    </td>
                    <td>{does}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        );
      })}
    </Modal>
  );
}
