import { createRootRoute, createRoute, createRouter, lazyRouteComponent, type ErrorRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { Broken, Lost } from './shell/lost.js';
import { Shell } from './shell/shell.js';
import { useShellWords } from './shell/words.js';

const root = createRootRoute({ component: Shell, notFoundComponent: Lost, validateSearch: (search: Record<string, unknown>) => search as Record<string, string | undefined> });

/** A page that is loaded when someone goes there. */
const page = <P extends string>(path: P, load: () => Promise<{ default: ComponentType }>) => createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load, 'default') });

const routes = [
  page('/', () => import('./start/start.js')),
  page('/notices', () => import('./start/notices.js')),
  page('/account', () => import('./start/account.js')),
  page('/sign-in', () => import('./start/sign-in.js')),
  page('/sign-up', () => import('./start/sign-up.js')),
  page('/forgotten', () => import('./start/forgotten.js')),
  page('/passwords/by-link/$token', () => import('./start/by-link/password.js')),
  page('/addresses/by-link/$token', () => import('./start/by-link/address.js')),
  page('/merge-requests/by-link/$token', () => import('./start/by-link/merge.js')),
  page('/team-invitations/by-link/$token', () => import('./start/by-link/team.js')),
  page('/invitations/by-link/$token', () => import('./start/by-link/invitation.js')),
  page('/judge-invitations/by-link/$token', () => import('./start/by-link/judge.js')),

  page('/calls', () => import('./public/calls.js')),
  page('/calls/$call', () => import('./public/call.js')),
  page('/calls/$call/results', () => import('./public/results.js')),
  page('/rounds/$round/board', () => import('./public/board.js')),
  page('/rounds/$round/vote', () => import('./public/vote.js')),
  page('/certificates/$code', () => import('./public/certificate.js')),
  page('/graduates/$code', () => import('./public/graduate.js')),
  page('/receipts/$hash', () => import('./public/receipt.js')),
  page('/projects', () => import('./public/projects.js')),
  page('/projects/$project', () => import('./public/history.js')),
  page('/problems', () => import('./public/problems.js')),
  page('/policies', () => import('./public/policies.js')),
  page('/policies/$policy', () => import('./public/policy.js')),
  page('/services', () => import('./public/services.js')),
  page('/figures', () => import('./public/figures.js')),
  page('/parks', () => import('./park/parks.js')),
  page('/parks/$park', () => import('./park/park.js')),
  page('/deals/$deal', () => import('./park/deal.js')),

  page('/firms', () => import('./firm/firms.js')),
  page('/firms/$project', () => import('./firm/firm.js')),
  page('/technical-problems/$problem', () => import('./firm/problem.js')),

  page('/platforms', () => import('./platform/platforms.js')),
  page('/platforms/$platform', () => import('./platform/platform.js')),
  page('/incubatees/$incubatee', () => import('./platform/incubatee.js')),

  page('/money', () => import('./money/money.js')),
  page('/funds/$fund', () => import('./money/fund.js')),
  page('/holdings/$holding', () => import('./money/holding.js')),
  page('/credit/$pool', () => import('./money/pool.js')),

  page('/entries', () => import('./contestant/entries.js')),
  page('/calls/$call/enter', () => import('./contestant/enter.js')),
  page('/entries/$entry', () => import('./contestant/entry.js')),
  page('/offers/$incubatee', () => import('./contestant/offer.js')),

  page('/judging', () => import('./judge/judging.js')),
  page('/judging/invitations/$invitation', () => import('./judge/conflicts.js')),
  page('/judging/rounds/$round', () => import('./judge/round.js')),
  page('/judging/rounds/$round/pitch', () => import('./judge/pitch.js')),
  page('/judging/sheets/$sheet', () => import('./judge/sheet.js')),

  page('/office', () => import('./office/contests.js')),
  page('/office/names', () => import('./office/names.js')),
  page('/office/judges', () => import('./office/judges.js')),
  page('/office/contests/$contest', () => import('./office/board/contest.js')),
  page('/office/contests/$contest/calls/new', () => import('./office/editor/new-call.js')),
  page('/office/calls/$call', () => import('./office/call.js')),
  page('/office/entries/$entry', () => import('./office/entry.js')),
  page('/office/rounds/$round', () => import('./office/round.js')),
  page('/office/report', () => import('./office/report/report.js')),
  page('/office/flow', () => import('./district/flow.js')),
  page('/office/costs', () => import('./district/costs.js')),
  page('/office/targets', () => import('./district/targets.js')),
  page('/office/simulations', () => import('./district/simulations.js')),
  page('/office/simulations/$simulation', () => import('./district/simulation.js')),
  page('/office/report/$figure', () => import('./office/report/records.js')),
  page('/office/things/$thing', () => import('./office/report/thing.js')),

  page('/admin', () => import('./admin/admin.js')),
  page('/admin/notices/$kind', () => import('./admin/notice.js')),
  page('/admin/rules/$rule', () => import('./admin/rule.js')),
];

export const router = createRouter({
  routeTree: root.addChildren(routes),
  defaultErrorComponent: Broken as ErrorRouteComponent,
  defaultPendingMs: 300,
  defaultPendingComponent: Pending,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

function Pending() {
  const t = useShellWords();
  return (
    <p className="soft" aria-busy="true">
      {t('brand')} …
    </p>
  );
}
