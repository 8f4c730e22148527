import { useLocation, useSearch } from 'wouter';
import { parsePlainDate } from '../../../core/values/plain-date.ts';
import { Button } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { useHref, useWords } from '../../settings/SettingsProvider.tsx';
import { NotFound } from '../../shell/NotFound.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { auditWords } from '../../words/audit.ts';
import { dataWords } from '../../words/data.ts';
import { groupDigits } from '../../words/format.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import '../data/data.css';
import { AuditFilters } from './AuditFilters.tsx';
import { AuditTable } from './AuditTable.tsx';
import { ChainState } from './ChainState.tsx';
import { PER_PAGE, useEntries } from './queries.ts';
import type { AuditFilter } from './queries.ts';
import './audit.css';

/** 操作记录: how the chain stands, then every act, latest first; filter and page are in the address. */
export function AuditScreen() {
  const say = useWords(auditWords);
  const [path] = useLocation();
  if (path !== '/audit') return <NotFound />;
  return (
    <Page title={say.title} lead={say.lead}>
      <ChainState />
      <Entries />
    </Page>
  );
}

function Entries() {
  const say = useWords(auditWords);
  const data = useWords(dataWords);
  const href = useHref();
  const [path, navigate] = useLocation();
  const { filter, page } = readAddress(useSearch());
  const entries = useEntries(filter, page);
  const filtered = Object.values(filter).some((value) => value !== '' && value !== null);
  const go = (next: AuditFilter, nextPage = 1) => navigate(href(path, writeAddress(next, nextPage)));
  const clear = () => navigate(href(path));
  const pages = Math.max(1, Math.ceil((entries.data?.total ?? 0) / PER_PAGE));
  return (
    <section className="audit-entries" aria-labelledby="audit-list">
      <h2 id="audit-list">{say.list}</h2>
      <AuditFilters key={JSON.stringify(filter)} filter={filter} filtered={filtered} onFilter={go} onClear={clear} />
      {entries.isPending && <p role="status">{data.loading}</p>}
      {entries.isError && <RefusalNotice title={data.notLoaded} error={entries.error} actions={<Button onClick={() => void entries.refetch()}>{data.again}</Button>} />}
      {entries.data?.total === 0 && (
        <EmptyState title={filtered ? say.nothingFits : say.nothing} {...(filtered && { actions: <Button onClick={clear}>{say.clear}</Button> })}>
          {filtered ? say.nothingFitsHelp : say.nothingHelp}
        </EmptyState>
      )}
      {entries.data !== undefined && entries.data.total > 0 && (
        <>
          <p className="table-count" role="status">{say.count(groupDigits(String(entries.data.total)))}</p>
          <AuditTable entries={entries.data.entries} />
          <nav className="button-row no-print" aria-label={say.page(page, pages)}>
            <Button disabled={page <= 1} onClick={() => go(filter, page - 1)}>{say.newer}</Button>
            <span>{say.page(groupDigits(String(page)), groupDigits(String(pages)))}</span>
            <Button disabled={page >= pages} onClick={() => go(filter, page + 1)}>{say.older}</Button>
          </nav>
        </>
      )}
    </section>
  );
}

function readAddress(search: string): { readonly filter: AuditFilter; readonly page: number } {
  const query = new URLSearchParams(search);
  const text = (name: string) => query.get(name) ?? '';
  const page = Number(text('page'));
  return {
    filter: { action: text('action'), actor: text('actor'), object: text('object'), from: parsePlainDate(text('from')), to: parsePlainDate(text('to')) },
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

function writeAddress(filter: AuditFilter, page: number): Readonly<Record<string, string>> {
  const narrowed = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== '' && entry[1] !== null);
  return { ...Object.fromEntries(narrowed), ...(page > 1 && { page: String(page) }) };
}
