import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { NotFound } from '../../shell/NotFound.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { useMay, useSession } from '../../shell/session.ts';
import { dataWords } from '../../words/data.ts';
import { grantWords } from '../../words/grants.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import '../data/data.css';
import { AskDialog } from './AskDialog.tsx';
import { GrantTable } from './GrantTable.tsx';
import { useGrants, useOwnGrants } from './queries.ts';
import './grants.css';

/** 未成年人资料授权: what waits for one's decision, what one asked for, and, for who looks on, everything. */
export function GrantsScreen() {
  const [path] = useLocation();
  const say = useWords(grantWords);
  const may = useMay();
  const queries = useQueryClient();
  const me = useSession().account?.account ?? '';
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [reads, asks, decides] = [may('grants.read'), may('grants.write'), may('grants.approve')];
  const own = useOwnGrants(asks);
  const all = useGrants(reads || decides);
  if (path !== '/grants') return <NotFound />;
  const done = async (what: string) => {
    await queries.invalidateQueries({ queryKey: ['grants'] });
    setSaid(what);
    setAsking(false);
  };
  const inReach = all.data?.grants ?? [];
  const waiting = inReach.filter(({ state, account }) => state === 'asked' && account !== me);
  return (
    <Page title={say.title} lead={say.lead}>
      {said !== null && <Notice kind="done" title={said} announce />}
      {asks && (
        <div className="button-row">
          <Button kind="primary" onClick={() => { setSaid(null); setAsking(true); }}>{say.ask}</Button>
        </div>
      )}
      {decides && (
        <Part title={say.decide} id="grants-decide" query={all}>
          {waiting.length === 0 ? <p className="small">{say.nothingToDecide}</p> : <GrantTable label={say.decide} grants={waiting} me={me} decides onDone={done} />}
        </Part>
      )}
      {asks && (
        <Part title={say.own} id="grants-own" query={own}>
          <GrantTable label={say.own} grants={own.data?.grants ?? []} me={me} decides={false} onDone={done} empty={<EmptyState title={say.nothingOwn}>{say.nothingOwnHelp}</EmptyState>} />
        </Part>
      )}
      {reads && (
        <Part title={say.all} id="grants-all" query={all}>
          <GrantTable
            label={say.all} grants={inReach.filter((grant) => !waiting.includes(grant) || !decides)} me={me} decides={decides} onDone={done}
            empty={<EmptyState title={say.nothingAll}>{say.nothingAllHelp}</EmptyState>}
          />
        </Part>
      )}
      {asking && <AskDialog onClose={() => setAsking(false)} onDone={() => done(say.asked)} />}
    </Page>
  );
}

interface PartProps {
  readonly title: string;
  readonly id: string;
  readonly query: { readonly isPending: boolean; readonly isError: boolean; readonly error: unknown; readonly refetch: () => unknown };
  readonly children: React.ReactNode;
}

function Part({ title, id, query, children }: PartProps) {
  const data = useWords(dataWords);
  return (
    <section className="grants-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {query.isPending && <p role="status">{data.loading}</p>}
      {query.isError && <RefusalNotice title={data.notLoaded} error={query.error} actions={<Button onClick={() => void query.refetch()}>{data.again}</Button>} />}
      {!query.isPending && !query.isError && children}
    </section>
  );
}
