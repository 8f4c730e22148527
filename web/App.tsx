import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import type { ReactNode } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { NotAllowed } from './shell/NotAllowed.tsx';
import { NotFound } from './shell/NotFound.tsx';
import { PageFault } from './shell/PageFault.tsx';
import { PageLoading } from './shell/PageLoading.tsx';
import { useRegion } from './shell/region.ts';
import type { RegionHead } from './shell/region.ts';
import { ACTIVATION, hasArrived, isArriving } from './shell/arrival.ts';
import { isPlain, NOBODY, SessionProvider, useMay, useSession, useSessionQuery } from './shell/session.ts';
import { useSessionEnd } from './session-end.ts';
import { Shell } from './shell/Shell.tsx';
import { Unreachable } from './shell/Unreachable.tsx';
import { isFor, screenAt, SCREENS } from './screens/screens.ts';
import type { Screen } from './screens/screens.ts';
import { SettingsProvider, useHref } from './settings/SettingsProvider.tsx';
import { today } from './settings/today.ts';

const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 30_000, refetchOnWindowFocus: false, retry: 1 } } });

const FirstRunScreen = lazy(async () => ({ default: (await import('./screens/first-run/FirstRunScreen.tsx')).FirstRunScreen }));
const SignInScreen = lazy(async () => ({ default: (await import('./screens/sign-in/SignInScreen.tsx')).SignInScreen }));
const ActivationScreen = lazy(async () => ({ default: (await import('./screens/activation/ActivationScreen.tsx')).ActivationScreen }));
const SignOnReturn = lazy(async () => ({ default: (await import('./screens/sign-in/SignOnReturn.tsx')).SignOnReturn }));
const SignInAgain = lazy(async () => ({ default: (await import('./screens/sign-in/SignInAgain.tsx')).SignInAgain }));

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
  const session = useSessionQuery();
  const ended = useSessionEnd();
  const [path] = useLocation();
  const gallery = GalleryScreen !== null && path.startsWith('/gallery');
  if ((region.isPending || session.isPending) && !gallery) {
    return (
      <main>
        <PageLoading />
      </main>
    );
  }
  const retry = () => void Promise.all([region.refetch(), session.refetch()]);
  return (
    <SessionProvider value={session.data ?? NOBODY}>
      <SettingsProvider fallbackOn={region.data?.default_on ?? region.data?.today ?? today()}>
        <Shell region={region.data ?? null}>
          <PageFault key={screenAt(path)?.name ?? path}>
            <Suspense fallback={<PageLoading />}>
              {gallery ? <Routes /> : region.isError || session.isError ? <Unreachable retry={retry} /> : <Door region={region.data ?? null} />}
            </Suspense>
          </PageFault>
          {ended && session.data?.level === 'full' && (
            <Suspense fallback={null}>
              <SignInAgain />
            </Suspense>
          )}
        </Shell>
      </SettingsProvider>
    </SessionProvider>
  );
}

/** Before the set-up and before signing in there is one page, whatever the address says; the address stays, so that its page comes next. Slips and the provider of single sign-on lead to pages of their own. */
function Door({ region }: { region: RegionHead | null }) {
  const { level } = useSession();
  const [path] = useLocation();
  if (region === null) return <FirstRunScreen />;
  if (path === ACTIVATION) return <ActivationScreen />;
  if (path === '/sign-in/return') return <SignOnReturn />;
  return level === 'full' ? <Routes /> : <SignInScreen region={region} />;
}

function Routes() {
  return (
    <Switch>
      {SCREENS.map((screen) => (
        <Route key={screen.name} path={screen.path === '/' ? '/' : `${screen.path}/*?`}>
          {screen.path === '/' ? <Home><Guarded screen={screen} /></Home> : <Guarded screen={screen} />}
        </Route>
      ))}
      <Route path="/first-run" component={FirstRunScreen} />
      {GalleryScreen !== null && <Route path="/gallery" component={GalleryScreen} />}
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}

/** The bare address is everybody's own landing page; the overview is what it shows to those who have it. */
function Home({ children }: { children: ReactNode }) {
  const { landing } = useSession();
  const may = useMay();
  const href = useHref();
  const elsewhere = landing !== null && landing !== '/' && (isArriving() || !may('verdicts.read'));
  return elsewhere ? <GoTo address={href(landing)} /> : children;
}

/** As long as it stands there: the settings, too, write into the address when a page opens. */
function GoTo({ address }: { address: string }) {
  const [, navigate] = useLocation();
  useEffect(() => navigate(address, { replace: true }));
  return <PageLoading />;
}

function Guarded({ screen }: { screen: Screen }) {
  const may = useMay();
  useEffect(hasArrived, []);
  const plain = isPlain(useSession());
  return isFor(screen, may) && (!plain || screen.plain === true) ? <screen.component /> : <NotAllowed />;
}
