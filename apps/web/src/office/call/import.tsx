import { App, Button } from 'antd';
import { useRef } from 'react';
import { isProblem, type Problem } from '../../api/client.js';
import { queries } from '../../api/queries.js';
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
  const input = useRef<HTMLInputElement>(null);
  const send = async (file: File) => {
    const answer = await fetch(to, { method: 'POST', headers: { 'content-type': 'application/octet-stream', 'accept-language': language }, body: file });
    const said = (await answer.json()) as Imported | Problem;
    await queries.invalidateQueries();
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
  return (
    <>
      <input ref={input} type="file" hidden accept=".xlsx,.csv" onChange={(event) => (event.target.files?.[0] && void send(event.target.files[0]), (event.target.value = ''))} />
      <Button onClick={() => input.current?.click()}>{t('importXlsx')}</Button>
    </>
  );
}
