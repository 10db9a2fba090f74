import { Link } from '@tanstack/react-router';
import { calls as api } from '../api/client.js';
import { useLanguage } from '../words.js';
import { Ask } from '../ui/ask.js';
import { useStartWords } from './words.js';

/** How many projects have come how far. */
export function Chain() {
  const [t, language] = [useStartWords(), useLanguage()];
  const funnel = api.useQuery('get', '/api/funnel');
  return (
    <section className="card">
      <h2>{t('chain')}</h2>
      <Ask of={funnel}>
        {(lines) => {
          const most = Math.max(1, ...lines.map(({ projects }) => projects));
          return (
            <table className="plain">
              <tbody>
                {lines.map((line) => (
                  <tr key={line.stage}>
                    <th scope="row" style={{ width: 130 }}>
                      {line[language]}
                    </th>
                    <td style={{ verticalAlign: 'middle' }}>
                      <div className="bar" style={{ height: 10 }}>
                        <i style={{ width: `${(100 * line.projects) / most}%` }} />
                      </div>
                    </td>
                    <td className="number" style={{ width: 70 }}>
                      <Link to="/projects" search={{ reached: line.event } as never}>
                        {line.projects}
                      </Link>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          );
        }}
      </Ask>
    </section>
  );
}
