import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { Document, Page, pdfjs } from 'react-pdf';
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { answered, api } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { useAnswerWords } from './words.js';

/** Where a file is asked for: on a sheet, or of an entry. */
export type FileOf = { readonly sheet: string; readonly file: string } | { readonly entry: string; readonly file: string };

pdfjs.GlobalWorkerOptions.workerSrc = worker;

async function linkOf(of: FileOf): Promise<string> {
  const answer = 'sheet' in of ? await api.GET('/api/score-sheets/{sheet}/files/{file}/link', { params: { path: of } }) : await api.GET('/api/entries/{entry}/files/{file}/link', { params: { path: of } });
  return answered<{ url: string }>(answer).url;
}

/** A paper read in the page: PDF and pictures; anything else is downloaded. */
export default function Paper({ of, name, mediaType }: { of: FileOf; name: string; mediaType: string }) {
  // A link lives some minutes; the file is read once.
  const file = useQuery({ queryKey: ['paper', of.file], staleTime: Infinity, gcTime: 60_000, meta: { still: true }, queryFn: async () => (await fetch(await linkOf(of))).blob() });
  return (
    <Ask of={file}>
      {(blob) => <Shown blob={blob} name={name} mediaType={mediaType} />}
    </Ask>
  );
}

function Shown({ blob, name, mediaType }: { blob: Blob; name: string; mediaType: string }) {
  const t = useAnswerWords();
  const url = useMemo(() => URL.createObjectURL(new Blob([blob], { type: mediaType })), [blob, mediaType]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return (
    <div className="stack" style={{ marginTop: 8 }}>
      <a href={url} download={name}>
        {t('download')}
      </a>
      {mediaType === 'application/pdf' ? <Pdf file={blob} /> : mediaType.startsWith('image/') ? <img src={url} alt={name} style={{ maxWidth: '100%' }} /> : <p className="soft">{t('noPreview')}</p>}
    </div>
  );
}

function Pdf({ file }: { file: Blob }) {
  const t = useAnswerWords();
  const [at, setAt] = useState(1);
  const [pages, setPages] = useState(1);
  const [width, setWidth] = useState(680);
  return (
    <div className="stack tight">
      <div className="row" role="toolbar">
        <Button size="small" disabled={at <= 1} onClick={() => setAt(at - 1)}>
          ← {t('earlier')}
        </Button>
        <span className="number small">{t('page', { n: at, of: pages })}</span>
        <Button size="small" disabled={at >= pages} onClick={() => setAt(at + 1)}>
          {t('further')} →
        </Button>
        <Button size="small" aria-label={t('smaller')} onClick={() => setWidth(Math.max(300, width - 120))}>
          −
        </Button>
        <Button size="small" aria-label={t('bigger')} onClick={() => setWidth(Math.min(1600, width + 120))}>
          +
        </Button>
      </div>
      {/* It scrolls, so it can be reached by keyboard. */}
      <div className="scroll" tabIndex={0} role="region" aria-label={t('page', { n: at, of: pages })}>
        <Document file={file} onLoadSuccess={({ numPages }) => setPages(numPages)}>
          <Page pageNumber={at} width={width} renderAnnotationLayer={false} renderTextLayer={false} />
        </Document>
      </div>
    </div>
  );
}
