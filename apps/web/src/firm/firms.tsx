import { Link } from '@tanstack/react-router';
import { Ask, Empty } from '../ui/ask.js';
import { Page } from '../ui/page.js';
import { State } from '../ui/state.js';
import { useMyFirms } from './use-firm.js';
import { useFirmWords } from './words.js';

/** The firms that one runs. */
export default function Firms() {
  const [t, firms] = [useFirmWords(), useMyFirms()];
  return (
    <Page title={t('myFirms')}>
      <Ask of={firms}>
        {(items) =>
          items.length === 0 ? (
            <Empty text={t('noFirms')} />
          ) : (
            <div className="cards">
              {items.map(({ id, project, firm, state, platform, contractFrom, contractTo }) => (
                <article key={id} className="card stack tight">
                  <div className="row apart">
                    <h2>
                      <Link to={`/firms/${project}`}>{firm}</Link>
                    </h2>
                    <State of={state} />
                  </div>
                  <span className="soft">{platform?.name}</span>
                  <span className="soft small">
                    {contractFrom} – {contractTo}
                  </span>
                </article>
              ))}
            </div>
          )
        }
      </Ask>
    </Page>
  );
}
