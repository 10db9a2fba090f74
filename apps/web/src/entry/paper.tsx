import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Document, Page, pdfjs } from 'react-pdf';
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { api } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import type { FileOf } from './entry-shown.js';
import { useAnswerWords } from './words.js';

pdfjs.GlobalWorkerOptions.workerSrc = worker;

async function linkOf(of: FileOf): Promise<string> {
  const answer = 'sheet' in of ? await api.GET('/api/score-sheets/{sheet}/files/{file}/link', { params: { path: of } }) : await api.GET('/api/entries/{entry}/files/{file}/link', { params: { path: of } });
  if (!answer.data) throw answer.error as unknown;
  return answer.data.url;
}

/** A paper read in the page: PDF and pictures; anything else is downloaded. */
export default function Paper({ of, name, mediaType }: { of: FileOf; name: string; mediaType: string }) {
  const t = useAnswerWords();
  // A link lives some minutes; the file is read once.
  const file = useQuery({ queryKey: ['paper', of.file], staleTime: Infinity, gcTime: 60_000, meta: { still: true }, queryFn: async () => (await fetch(await linkOf(of))).blob() });
  return (
    <Ask of={file}>
      {(blob) => {
        const url = URL.createObjectURL(new Blob([blob], { type: mediaType }));
        return (
          <div className="stack" style={{ marginTop: 8 }}>
            <a href={url} download={name}>
              {t('download')}
            </a>
            {mediaType === 'application/pdf' ? <Pdf file={url} /> : mediaType.startsWith('image/') ? <img src={url} alt={name} style={{ maxWidth: '100%' }} /> : <p className="soft">{t('noPreview')}</p>}
          </div>
        );
      }}
    </Ask>
  );
}

function Pdf({ file }: { file: string }) {
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
      <div className="scroll">
        <Document file={file} onLoadSuccess={({ numPages }) => setPages(numPages)}>
          <Page pageNumber={at} width={width} renderAnnotationLayer={false} renderTextLayer={false} />
        </Document>
      </div>
    </div>
  );
}
