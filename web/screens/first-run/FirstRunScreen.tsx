import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { ButtonLink } from '../../components/Button/Button.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useHref, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { PageLoading } from '../../shell/PageLoading.tsx';
import { Unreachable } from '../../shell/Unreachable.tsx';
import { ask, client } from '../../client.ts';
import { firstRunWords } from '../../words/first-run.ts';
import { Slips } from '../slips/Slips.tsx';
import type { Slip } from '../slips/slip.ts';
import { LoadSample } from './LoadSample.tsx';
import { SetUpForm } from './SetUpForm.tsx';
import './first-run.css';

/** Before there is a region: names it, takes the pack, creates the first account and hands out the administrators' slips; or loads the sample. */
export function FirstRunScreen() {
  const say = useWords(firstRunWords);
  const packs = useQuery({ queryKey: ['first-run'], queryFn: () => ask(client.api['first-run'].$get()), staleTime: 0 });
  const [slips, setSlips] = useState<readonly Slip[] | null>(null);
  if (slips !== null) return <ThreeSlips slips={slips} />;
  if (packs.isPending) return <PageLoading />;
  if (packs.isError) return <Unreachable retry={() => void packs.refetch()} />;
  if (!packs.data.open) {
    return (
      <Page title={say.title}>
        <Notice kind="info" title={say.alreadyTitle} actions={<ButtonLink to="/">{say.toOverview}</ButtonLink>}>
          {say.alreadyHelp}
        </Notice>
      </Page>
    );
  }
  return (
    <Page title={say.title} lead={say.lead}>
      <div className="first-run">
        <SetUpForm packs={packs.data.packs} onSlips={setSlips} />
        <LoadSample />
      </div>
    </Page>
  );
}

/** Nothing is asked of the server while the slips are on the page: what is asked next takes their place. */
function ThreeSlips({ slips }: { slips: readonly Slip[] }) {
  const say = useWords(firstRunWords);
  const queries = useQueryClient();
  const href = useHref();
  const [, navigate] = useLocation();
  // The address is the same as before: that the page is another one is told by the focus on its heading.
  useEffect(() => {
    window.scrollTo(0, 0);
    document.querySelector('h1')?.focus();
  }, []);
  const goOn = useCallback(() => {
    navigate(href('/data'));
    void queries.resetQueries();
  }, [href, navigate, queries]);
  return (
    <Page title={say.slipsTitle} lead={say.slipsLead}>
      <p>{say.slipsNext}</p>
      <Slips slips={slips} onForget={goOn} />
    </Page>
  );
}
