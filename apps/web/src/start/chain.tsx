import { calls as api } from '../api/client.js';
import { Stages } from '../public/stages.js';
import { Ask } from '../ui/ask.js';
import { useStartWords } from './words.js';

/** How many projects have come how far. */
export function Chain() {
  const t = useStartWords();
  const funnel = api.useQuery('get', '/api/funnel');
  return (
    <section className="card">
      <h2>{t('chain')}</h2>
      <Ask of={funnel}>
        {(lines) => (
          <table className="plain">
            <tbody>
              <Stages of={lines} />
            </tbody>
          </table>
        )}
      </Ask>
    </section>
  );
}
