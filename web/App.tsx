import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { Refusal } from './client.ts';
import { useRegion } from './shell/region.ts';
import { NotFound } from './shell/NotFound.tsx';
import { PageFault } from './shell/PageFault.tsx';
import { PageLoading } from './shell/PageLoading.tsx';
import { Shell } from './shell/Shell.tsx';
import { Unreachable } from './shell/Unreachable.tsx';
import { screenAt, SCREENS } from './screens/screens.ts';
import { SettingsProvider } from './settings/SettingsProvider.tsx';
import { today } from './settings/today.ts';

const NOT_SIGNED_IN = 401;

const queries: QueryClient = new QueryClient({
  // A session that has ended is noticed by whichever page asks next: the head is asked again, and with it who is there.
  queryCache: new QueryCache({
    onError: (error) => {
      if (error instanceof Refusal && error.problem.status === NOT_SIGNED_IN) void queries.invalidateQueries({ queryKey: ['region'] });
    },
  }),
  defaultOptions: { queries: { staleTime: 30_000, refetchOnWindowFocus: false, retry: 1 } },
});

const FirstRunScreen = lazy(async () => ({ default: (await import('./screens/first-run/FirstRunScreen.tsx')).FirstRunScreen }));

const SignInScreen = lazy(async () => ({ default: (await import('./screens/sign-in/SignInScreen.tsx')).SignInScreen }));

/** Only in development and in the build that tests look at. */
const GalleryScreen =
  import.meta.env.DEV || import.meta.env.MODE === 'gallery'
    ? lazy(async () => ({ default: (await import('./gallery/GalleryScreen.tsx')).GalleryScreen }))
    : null;

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <Pages />
    </QueryClientProvider>
  );
}

function Pages() {
  const region = useRegion();
  const [path] = useLocation();
  const gallery = GalleryScreen !== null && path.startsWith('/gallery');
  if (region.isPending && !gallery) {
    return (
      <main>
        <PageLoading />
      </main>
    );
  }
  return (
    <SettingsProvider fallbackOn={region.data?.default_on ?? region.data?.today ?? today()}>
      <Shell region={region.data ?? null}>
        <PageFault key={screenAt(path)?.name ?? path}>
          <Suspense fallback={<PageLoading />}>
            {region.isError && !gallery ? (
              <Unreachable retry={() => void region.refetch()} />
            ) : region.data === null && !gallery ? (
              <FirstRunScreen />
            ) : region.data?.account === null && !gallery ? (
              <SignInScreen region={region.data} />
            ) : (
              <Routes />
            )}
          </Suspense>
        </PageFault>
      </Shell>
    </SettingsProvider>
  );
}

function Routes() {
  return (
    <Switch>
      {SCREENS.map((screen) => (
        <Route key={screen.name} path={screen.path === '/' ? '/' : `${screen.path}/*?`} component={screen.component} />
      ))}
      <Route path="/first-run" component={FirstRunScreen} />
      {GalleryScreen !== null && <Route path="/gallery" component={GalleryScreen} />}
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}
