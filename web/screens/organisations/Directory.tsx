import { useState } from 'react';
import { isCreditCode } from '../../../core/values/credit-code.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { ButtonLink, ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { useMay } from '../../shell/session.ts';
import { organisationWords } from '../../words/organisations.ts';
import { useDirectory, useEveryEntry } from './queries.ts';
import type { DirectoryFilter, Entry, Kind } from './queries.ts';

const KINDS: readonly Kind[] = ['college', 'school', 'enterprise', 'industrial_park', 'park', 'education_bureau', 'finance_bureau', 'government', 'office', 'department'];

/** Everybody and every place, by word, kind and county. */
export function Directory() {
  const say = useWords(organisationWords);
  const may = useMay();
  const [filter, setFilter] = useState<DirectoryFilter>({ search: '', kind: '', county: '' });
  const query = useDirectory(filter);
  return (
    <Page title={say.title} lead={say.lead}>
      {may('partners.read') && (
        <p className="no-print"><ScreenLink to="/organisations/agreements">{say.allAgreements} →</ScreenLink></p>
      )}
      <Filters filter={filter} onChange={setFilter} />
      <Answer query={query}>
        {({ total, entries }) => entries.length === 0 ? (
          <EmptyState title={say.nothingFound} actions={may('conditions.read') ? <ButtonLink to="/data/registers/organisations">{say.toRegister}</ButtonLink> : undefined}>{say.nothingFoundHelp}</EmptyState>
        ) : (
          <>
            <p className="small" role="status">{say.found(total)}</p>
            <EntryTable entries={entries} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function Filters({ filter, onChange }: { filter: DirectoryFilter; onChange: (next: DirectoryFilter) => void }) {
  const say = useWords(organisationWords);
  const { language } = useSettings().settings;
  const every = useEveryEntry().data?.entries ?? [];
  const counties = [...new Map(every.flatMap(({ division_code, county }) => (county === null ? [] : [[division_code, county[language]] as const]))).entries()].sort();
  return (
    <search className="directory-filters no-print">
      <TextField id="directory-search" label={say.search} value={filter.search} onChange={(search) => onChange({ ...filter, search })} autoComplete="off" />
      <SelectField
        id="directory-kind" label={say.kind} value={filter.kind === '' ? 'all' : filter.kind} onChange={(kind) => onChange({ ...filter, kind: KINDS.find((one) => one === kind) ?? '' })}
        options={[{ value: 'all', label: say.allKinds }, ...KINDS.map((kind) => ({ value: kind, label: say[kind] }))]}
      />
      <SelectField
        id="directory-county" label={say.county} value={filter.county === '' ? 'all' : filter.county} onChange={(county) => onChange({ ...filter, county: county === 'all' ? '' : county })}
        options={[{ value: 'all', label: say.allCounties }, ...counties.map(([value, label]) => ({ value, label }))]}
      />
    </search>
  );
}

function EntryTable({ entries }: { entries: readonly Entry[] }) {
  const say = useWords(organisationWords);
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{say.directory}</caption>
        <thead>
          <tr>{[say.name, say.kind, say.county, say.creditCode].map((head) => <th key={head} scope="col">{head}</th>)}</tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={`${entry.kind} ${entry.id}`}>
              <th scope="row"><EntryLink entry={entry} /></th>
              <td data-label={say.kind}>{say[entry.kind]}</td>
              <td data-label={say.county}><County entry={entry} /></td>
              <td data-label={entry.kind === 'industrial_park' ? undefined : say.creditCode}>{entry.kind !== 'industrial_park' && <CreditCode code={entry.credit_code} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function EntryLink({ entry: { id, name, kind } }: { entry: Entry }) {
  return <ScreenLink to={`/organisations/${kind === 'industrial_park' ? 'park' : 'unit'}/${encodeURIComponent(id)}`}>{name}</ScreenLink>;
}

/** The county by name; the city itself is no county, and of places elsewhere the code is all that is known. */
export function County({ entry: { county, division_code } }: { entry: Pick<Entry, 'county' | 'division_code'> }) {
  const say = useWords(organisationWords);
  const { language } = useSettings().settings;
  return <>{county?.[language] ?? (division_code.endsWith('00') ? say.cityLevel : division_code)}</>;
}

/** The code, and whether it is wrong in itself or missing. */
export function CreditCode({ code }: { code: string | null }) {
  const say = useWords(organisationWords);
  if (code === null) return <span className="small">{say.noCode}</span>;
  return <span className="credit-code">{code}{!isCreditCode(code) && <strong className="credit-code-wrong"> ▲ {say.badCode}</strong>}</span>;
}
