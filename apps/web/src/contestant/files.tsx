import { Button, Progress } from 'antd';
import { useState } from 'react';
import type { DetailedError } from 'tus-js-client';
import { api, calls as hooks, isProblem } from '../api/client.js';
import { queries } from '../api/queries.js';
import type { Entry } from './types.js';
import { FileButton } from '../ui/file-button.js';
import type { Field } from '../entry/form-field.js';
import { language } from '../words.js';
import { useEntryWords } from './words.js';

interface Sending {
  readonly name: string;
  readonly share: number;
  readonly stop: () => void;
}

const CHUNK = 5 * 1024 * 1024;

/** What the service said of an upload that ended; null where it was not reached. */
function toldBy(error: Error | DetailedError): string | null {
  try {
    const problem: unknown = JSON.parse(('originalResponse' in error && error.originalResponse?.getBody()) || 'null');
    return isProblem(problem) ? problem.detail : null;
  } catch {
    return null;
  }
}

/** The files in one place of the form, sent by the tus protocol: an upload goes on where it was cut, after a reload too. */
export function Files({ entry, field, disabled }: { entry: Entry; field: Extract<Field, { type: 'file' }>; disabled: boolean }) {
  const t = useEntryWords();
  const [sending, setSending] = useState<Sending | null>(null);
  const [problem, setProblem] = useState('');
  const remove = hooks.useMutation('delete', '/api/entries/{entry}/files/{file}');
  const own = entry.files.filter((file) => file.field === field.key);

  const attach = async (upload: string) => {
    const { error } = await api.POST('/api/entries/{entry}/files', { params: { path: { entry: entry.id } }, body: { field: field.key, upload } });
    if (error !== undefined) setProblem(isProblem(error) ? error.detail : '');
    setSending(null);
    await queries.invalidateQueries();
  };
  const send = async (file: File) => {
    setProblem('');
    const { Upload } = await import('tus-js-client');
    const upload = new Upload(file, {
      endpoint: '/api/uploads',
      chunkSize: CHUNK,
      retryDelays: [0, 1000, 2000, 4000, 4000, 4000, 8000, 8000],
      removeFingerprintOnSuccess: true,
      headers: { 'accept-language': language() },
      metadata: { filename: file.name },
      onProgress: (sent, all) => setSending({ name: file.name, share: all === 0 ? 100 : Math.round((100 * sent) / all), stop: () => void upload.abort().then(() => setSending(null)) }),
      onError: (error) => {
        setSending(null);
        setProblem(toldBy(error) ?? t('uploadCut'));
      },
      onSuccess: () => void attach(upload.url!.split('/').at(-1)!),
    });
    const before = await upload.findPreviousUploads();
    if (before[0]) upload.resumeFromPreviousUpload(before[0]);
    upload.start();
  };
  const download = async (file: string) => {
    const { data } = await api.GET('/api/entries/{entry}/files/{file}/link', { params: { path: { entry: entry.id, file } } });
    if (data) window.location.assign(data.url);
  };

  return (
    <div className="stack tight">
      {own.map(({ id, name, size }) => (
        <div key={id} className="row">
          <Button type="link" size="small" onClick={() => void download(id)}>
            {name}
          </Button>
          <span className="soft small number">{(size / 1024 / 1024).toFixed(2)} MB</span>
          {!disabled && (
            <Button type="text" size="small" aria-label={t('remove', { name })} onClick={() => remove.mutate({ params: { path: { entry: entry.id, file: id } } })}>
              ✕
            </Button>
          )}
        </div>
      ))}
      {sending && (
        <div className="row" aria-live="polite">
          <span>{t('uploading', { name: sending.name })}</span>
          <Progress percent={sending.share} size="small" style={{ width: 180 }} aria-label={t('uploading', { name: sending.name })} />
          <Button size="small" onClick={sending.stop}>
            {t('stop')}
          </Button>
        </div>
      )}
      {problem !== '' && (
        <span className="bad" role="alert">
          {problem}
        </span>
      )}
      {!disabled && own.length < field.most && !sending && (
        <div className="row">
          <FileButton accept={field.accept.map((kind) => `.${kind}`).join(',')} name={t('uploadFile')} onFile={(file) => void send(file)} />
          <span className="soft small">{t('uploadHelp', { kinds: field.accept.join(', '), size: field.maxMegabytes, most: field.most })}</span>
        </div>
      )}
    </div>
  );
}
