import { App } from 'antd';
import { isProblem } from '../../api/client.js';
import { sendSpreadsheet } from '../../api/send-spreadsheet.js';
import { FileButton } from '../../ui/file-button.js';
import { useLanguage } from '../../words.js';
import { useOfficeWords } from '../words.js';

interface Imported {
  readonly entered: number;
  readonly known: number;
  readonly wrong: readonly { readonly line: number; readonly problem: { readonly zh: string; readonly en: string } }[];
}

/** Brings a spreadsheet in, and says what became of each line that could not be taken. */
export function Import({ to }: { to: string }) {
  const [t, language] = [useOfficeWords(), useLanguage()];
  const { modal } = App.useApp();
  const send = async (file: File) => {
    const said = await sendSpreadsheet<Imported>(to, file);
    if (isProblem(said)) modal.error({ title: said.detail });
    else
      modal.info({
        title: t('imported', { entered: said.entered, known: said.known }),
        content: (
          <ul>
            {said.wrong.map(({ line, problem }) => (
              <li key={line}>
                {line}: {problem[language]}
              </li>
            ))}
          </ul>
        ),
      });
  };
  return <FileButton accept=".xlsx,.csv" name={t('importXlsx')} onFile={(file) => void send(file)} />;
}
