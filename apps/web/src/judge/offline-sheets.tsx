import { Button } from 'antd';
import { useRef, useState } from 'react';
import { isProblem, type Problem } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useLanguage } from '../words.js';
import { useJudgeWords } from './words.js';

interface Taken {
  readonly submitted: number;
  readonly unchanged: number;
  readonly wrong: readonly { readonly line: number; readonly problem: { readonly zh: string; readonly en: string } }[];
}

/** A spreadsheet of one's sheets out, and in again when it is filled. */
export function OfflineSheets({ round }: { round: string }) {
  const [t, language] = [useJudgeWords(), useLanguage()];
  const input = useRef<HTMLInputElement>(null);
  const [taken, setTaken] = useState<Taken | Problem | null>(null);
  const send = async (file: File) => {
    const answer = await fetch(`/api/rounds/${round}/sheets`, { method: 'POST', headers: { 'content-type': 'application/octet-stream', 'accept-language': language }, body: file });
    setTaken((await answer.json()) as Taken | Problem);
    await queries.invalidateQueries();
  };
  return (
    <section className="card stack">
      <h2>{t('offline')}</h2>
      <p className="soft">{t('offlineText')}</p>
      <div className="row">
        <a href={`/api/rounds/${round}/sheets?format=xlsx`} download>
          {t('downloadSheets')}
        </a>
        <input ref={input} type="file" hidden accept=".xlsx,.csv" onChange={(event) => (event.target.files?.[0] && void send(event.target.files[0]), (event.target.value = ''))} />
        <Button onClick={() => input.current?.click()}>{t('uploadSheets')}</Button>
      </div>
      {taken !== null && (
        <div role="status">
          {isProblem(taken) ? (
            <p className="bad">{taken.detail}</p>
          ) : (
            <>
              <p>{t('sheetsTaken', { submitted: taken.submitted, unchanged: taken.unchanged })}</p>
              <ul>
                {taken.wrong.map(({ line, problem }) => (
                  <li key={line} className="bad">
                    {t('line', { n: line, problem: problem[language] })}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </section>
  );
}
