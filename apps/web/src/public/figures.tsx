import { calls as api } from '../api/client.js';
import { Ask } from '../ui/ask.js';
import { Page } from '../ui/page.js';
import { useFigure } from '../ui/quantity.js';
import { useLanguage } from '../words.js';
import { Stages } from './stages.js';
import { usePublicWords } from './words.js';

/** The district's figures that anyone may see, each with what it counts. */
export default function Figures() {
  const [t, language, figure] = [usePublicWords(), useLanguage(), useFigure()];
  const figures = api.useQuery('get', '/api/figures/open');
  const funnel = api.useQuery('get', '/api/funnel');
  return (
    <Page title={t('figures')} note={figures.data && t('asOf', { day: figures.data.day })}>
      <Ask of={figures}>
        {({ items }) => (
          <div className="stack wide">
            <div className="cards">
              {items.map((line) => (
                <section key={line.key} className="card figure">
                  <h2 style={{ fontSize: 14 }}>{line[language]}</h2>
                  <b>{figure(line.value, line.unit)}</b>
                  <span>{line.definition[language]}</span>
                </section>
              ))}
            </div>
            {funnel.data && (
              <section className="card">
                <h2>{t('chainFigures')}</h2>
                <table className="plain">
                  <tbody>
                    <Stages of={funnel.data} />
                  </tbody>
                </table>
              </section>
            )}
          </div>
        )}
      </Ask>
    </Page>
  );
}
