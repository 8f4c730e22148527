import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useLocation } from 'wouter';
import { DEFAULT_PACK, packs } from '../../../core/policy/packs.ts';
import { Button } from '../../components/Button/Button.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { overviewQuery, parametersQuery } from '../../provenance/asked.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { Page } from '../../shell/PageHead.tsx';
import { PageLoading } from '../../shell/PageLoading.tsx';
import { useMay } from '../../shell/session.ts';
import { clausesWords } from '../../words/clauses.ts';
import { shellWords } from '../../words/shell.ts';
import { ClauseList } from './ClauseList.tsx';
import { OfficialText } from './OfficialText.tsx';
import { DocumentHead } from './PackHeader.tsx';
import './clauses.css';

/** 条款: the policy as a living document; `/clauses/R1-b` opens at a clause. */
export function ClausesScreen() {
  const shell = useWords(shellWords);
  const say = useWords(clausesWords);
  const { settings } = useSettings();
  const may = useMay();
  const overview = useQuery({ ...overviewQuery(settings), enabled: may('verdicts.read') });
  const parameters = useQuery(parametersQuery(settings));
  const [path] = useLocation();
  const [beside, setBeside] = useInAddress('beside');
  const asked = decodeURIComponent(path.split('/')[2] ?? '');
  const pack = packs.get(overview.data?.pack ?? parameters.data?.pack ?? '') ?? DEFAULT_PACK;
  const loading = overview.isLoading || parameters.isPending;
  const known = asked === '' || pack.clauses.some((clause) => clause.id === asked);
  useGoTo(known && !loading ? asked : '');
  const served = useMemo(() => pack.clauses.filter((clause) => clause.served_by.length > 0).length, [pack]);
  if (loading) return <PageLoading />;
  const lead = `${say.lead(served, pack.clauses.length)}${overview.data === undefined || overview.data.campuses.length === 0 ? '' : ` ${say.leadRegion}`}`;
  return (
    <Page title={shell.clauses} lead={lead}>
      {!known && <Notice kind="info" title={say.unknown(asked)}>{say.unknownHelp}</Notice>}
      {overview.isError && (
        <Notice kind="warning" title={say.statusFailed} actions={<Button onClick={() => void overview.refetch()}>{say.retry}</Button>} />
      )}
      <DocumentHead header={pack.header} />
      <div className="button-row">
        <Button aria-pressed={beside !== ''} onClick={() => setBeside(beside === '' ? 'text' : '')}>
          {beside === '' ? say.beside : say.besideOff}
        </Button>
        <Button kind="quiet" onClick={() => window.print()}>
          {say.print}
        </Button>
      </div>
      <div className={beside === '' ? 'clauses-sides' : 'clauses-sides clauses-beside'}>
        <ClauseList pack={pack} overview={overview.data ?? null} parameters={parameters.data?.parameters ?? []} current={asked} />
        {beside !== '' && <OfficialText />}
      </div>
    </Page>
  );
}

/** Brings the clause that the address names into sight once it stands on the page. */
function useGoTo(clause: string): void {
  useEffect(() => {
    if (clause === '') return;
    const frame = requestAnimationFrame(() => {
      const found = document.getElementById(clause);
      found?.scrollIntoView({ block: 'start' });
      found?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [clause]);
}
