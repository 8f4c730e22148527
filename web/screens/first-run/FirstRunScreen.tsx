import { useQuery } from '@tanstack/react-query';
import { ButtonLink } from '../../components/Button/Button.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { PageLoading } from '../../shell/PageLoading.tsx';
import { Unreachable } from '../../shell/Unreachable.tsx';
import { ask, client } from '../../client.ts';
import { firstRunWords } from '../../words/first-run.ts';
import { LoadSample } from './LoadSample.tsx';
import { SetUpForm } from './SetUpForm.tsx';
import './first-run.css';

/** Before there is a region: names it, takes the pack, creates the first account; or loads the sample. */
export function FirstRunScreen() {
  const say = useWords(firstRunWords);
  const packs = useQuery({ queryKey: ['first-run'], queryFn: () => ask(client.api['first-run'].$get()), staleTime: 0 });
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
        <SetUpForm packs={packs.data.packs} />
        <LoadSample />
      </div>
    </Page>
  );
}
