import { Link } from '@tanstack/react-router';
import './tab-links.css';

interface Tab {
  readonly key: string;
  readonly name: string;
}

/** The parts of a page, each at an address of its own. */
export function TabLinks({ label, tabs, at }: { label: string; tabs: readonly Tab[]; at: string }) {
  return (
    <nav className="tab-links" aria-label={label}>
      {tabs.map(({ key, name }) => (
        <Link key={key} to="." search={{ tab: key } as never} {...(key === at && { 'aria-current': 'page' as const })}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
