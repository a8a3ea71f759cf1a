// READ FIRST: the web, one line a capability. Each brings its pages and places through its front door; the shell shows them.
import { QueryClientProvider } from '@tanstack/react-query';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  RouterProvider,
  type AnyRoute,
} from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { appointments } from './appointments/appointments.tsx';
import { auth } from './auth/auth.tsx';
import { desk } from './desk/desk.tsx';
import { directory } from './directory/directory.tsx';
import { goals } from './goals/goals.tsx';
import { finding } from './finding/finding.tsx';
import { ideas } from './ideas/ideas.tsx';
import { knowledge } from './knowledge/knowledge.tsx';
import { notices } from './notices/notices.tsx';
import { anticipation } from './anticipation/anticipation.tsx';
import { overview } from './overview/overview.tsx';
import { parseSearch, stringifySearch } from './platform/address.ts';
import type { Capability, PageOf } from './platform/capability.ts';
import { Failure } from './platform/failure.tsx';
import { leaving, moved } from './platform/moves.ts';
import { Plain } from './platform/plain.tsx';
import { privacy } from './privacy/privacy.tsx';
import { promises } from './promises/promises.tsx';
import { queries } from './platform/query.ts';
import { useFitting, useStanding } from './platform/session.tsx';
import { Shell } from './platform/shell.tsx';
import { catalog } from './catalog/catalog.tsx';
import { recurring } from './recurring/recurring.tsx';
import { connect } from './connect/connect.tsx';
import { courtesy } from './courtesy/courtesy.tsx';
import { trust } from './trust/trust.tsx';
import { requests } from './requests/requests.tsx';
import { Loading, NotFound } from './ui/states.tsx';

/** In the order of server/app.ts, but for promises: their pages show what requests have for times and reasons. */
const capabilities: readonly Capability[] = [
  auth,
  directory,
  notices,
  appointments,
  ideas,
  catalog,
  requests,
  promises,
  desk,
  recurring,
  knowledge,
  finding,
  overview,
  trust,
  goals,
  anticipation,
  courtesy,
  connect,
  privacy,
];

const loadWelcome = capabilities.find((one) => one.welcome)?.welcome;
const Welcome = loadWelcome ? lazy(loadWelcome) : NotFound;
const loadPalette = capabilities.find((one) => one.palette)?.palette;
const Palette = loadPalette ? lazy(loadPalette) : null;

/** Members see the page in the shell; strangers see the welcome, at the same address, and the page after signing in. */
function Inside() {
  useFitting();
  const { person } = useStanding();
  if (person) return <Shell capabilities={capabilities} Palette={Palette} />;
  return (
    <Plain>
      <Welcome />
    </Plain>
  );
}

const Outside = () => (
  <Plain>
    <Outlet />
  </Plain>
);

const Waiting = () => (
  <Suspense fallback={<Loading />}>
    <Outlet />
  </Suspense>
);

const root = createRootRoute({ component: Waiting, notFoundComponent: NotFound, errorComponent: Failure });
const inside = createRoute({ getParentRoute: () => root, id: 'inside', component: Inside });
const outside = createRoute({ getParentRoute: () => root, id: 'outside', component: Outside });

const under = (parent: AnyRoute, pages: readonly PageOf[]) =>
  pages.map((one) =>
    createRoute({
      getParentRoute: () => parent,
      path: one.path,
      component: lazyRouteComponent(one.page),
      pendingComponent: Loading,
    }),
  );

const settings: PageOf = {
  path: '/settings',
  page: async () => {
    const { Settings } = await import('./platform/settings.tsx');
    return { default: () => <Settings capabilities={capabilities} /> };
  },
};
const pages = [...capabilities.flatMap((one) => one.pages ?? []), settings];
// Every component in every state, to look at while building; not in the production bundle.
const gallery: readonly PageOf[] = import.meta.env.DEV
  ? [{ path: '/gallery', plain: true, page: () => import('./ui/gallery/gallery.tsx') }]
  : [];
// An address that no page has, inside the shell for members.
const nowhere: PageOf = { path: '/$', page: async () => ({ default: NotFound }) };

const router = createRouter({
  routeTree: root.addChildren([
    inside.addChildren(under(inside, [...pages.filter((one) => !one.plain), nowhere])),
    outside.addChildren(under(outside, [...pages.filter((one) => one.plain), ...gallery])),
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPendingMs: 300,
  scrollRestoration: true,
  defaultErrorComponent: Failure,
  defaultNotFoundComponent: NotFound,
});
router.subscribe('onBeforeNavigate', leaving);
router.subscribe('onResolved', ({ pathChanged, fromLocation }) => {
  if (pathChanged && fromLocation) moved();
});

export const App = () => (
  <QueryClientProvider client={queries}>
    <RouterProvider router={router} />
  </QueryClientProvider>
);
