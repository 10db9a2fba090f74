import { useState } from 'react';
import { isProblem, type Problem } from '../api/client.js';
import { sendSpreadsheet } from '../api/send-spreadsheet.js';
import { useLanguage } from '../words.js';
import { FileButton } from '../ui/file-button.js';
import { useJudgeWords } from './words.js';

interface Taken {
  readonly submitted: number;
  readonly unchanged: number;
  readonly wrong: readonly { readonly line: number; readonly problem: { readonly zh: string; readonly en: string } }[];
}

/** A spreadsheet of one's sheets out, and in again when it is filled. */
export function OfflineSheets({ round }: { round: string }) {
  const [t, language] = [useJudgeWords(), useLanguage()];
  const [taken, setTaken] = useState<Taken | Problem | null>(null);
  const send = async (file: File) => setTaken(await sendSpreadsheet<Taken>(`/api/rounds/${round}/sheets`, file));
  return (
    <section className="card stack">
      <h2>{t('offline')}</h2>
      <p className="soft">{t('offlineText')}</p>
      <div className="row">
        <a href={`/api/rounds/${round}/sheets?format=xlsx`} download>
          {t('downloadSheets')}
        </a>
        <FileButton accept=".xlsx,.csv" name={t('uploadSheets')} onFile={(file) => void send(file)} />
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
