import { Link } from '@tanstack/react-router';
import type { Answer } from '../api/client.js';
import { useLanguage } from '../words.js';

/** How many projects have come how far, a row a stage; each figure leads to them. */
export function Stages({ of }: { of: Answer<'/api/funnel'> }) {
  const language = useLanguage();
  const most = Math.max(1, ...of.map(({ projects }) => projects));
  return of.map(({ stage, event, projects, ...names }) => (
    <tr key={stage}>
      <th scope="row" style={{ width: 130 }}>
        {names[language]}
      </th>
      <td style={{ verticalAlign: 'middle', minWidth: 120 }}>
        <div className="bar" style={{ height: 9 }}>
          <i style={{ width: `${(100 * projects) / most}%` }} />
        </div>
      </td>
      <td className="number" style={{ width: 70 }}>
        <Link to="/projects" search={{ reached: event } as never}>
          {projects}
        </Link>
      </td>
    </tr>
  ));
}
