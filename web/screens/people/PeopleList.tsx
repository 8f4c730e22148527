import { useLocation } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { Button, ButtonLink, ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { useHref, useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useMay } from '../../shell/session.ts';
import { dataWords } from '../../words/data.ts';
import { groupDigits } from '../../words/format.ts';
import { peopleWords } from '../../words/people.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { PeopleFilters, useFilterInAddress } from './PeopleFilters.tsx';
import { PeopleFrame } from './PeopleFrame.tsx';
import { standingTexts } from './person-text.ts';
import { PersonStateMark } from './PersonStateMark.tsx';
import { usePeople } from './queries.ts';
import type { PeopleFilter, Person } from './queries.ts';

/** Everybody in reach, by name. */
export function PeopleList() {
  const say = useWords(peopleWords);
  const may = useMay();
  const href = useHref();
  const [path, navigate] = useLocation();
  const search = useHistoryState<{ readonly search?: string } | null>()?.search ?? '';
  const narrowed = useFilterInAddress();
  const filter: PeopleFilter = { ...narrowed, ...(search !== '' && { search }) };
  const people = usePeople(filter);
  const shown = people.data?.pages.flatMap((page) => page.people) ?? [];
  const total = people.data?.pages[0]?.total ?? 0;
  const clear = () => navigate(href(path), { replace: true });
  const onSearch = (next: string) => navigate(`${path}${window.location.search}`, { replace: true, state: { search: next } });
  return (
    <PeopleFrame part="people" lead={may('accounts.approve') || !may('students.read') ? say.lead : say.leadSchool}>
      <PeopleFilters key={search} search={search} onSearch={onSearch} />
      <Answer people={people} />
      {people.isSuccess && total === 0 && <Nobody filtered={Object.keys(filter).length > 0} onClear={clear} />}
      {total > 0 && (
        <>
          <p className="table-count" role="status">{say.count(groupDigits(String(total)))}</p>
          <PeopleTable people={shown} />
        </>
      )}
      {people.hasNextPage && (
        <Button aria-disabled={people.isFetchingNextPage} onClick={() => void (people.isFetchingNextPage || people.fetchNextPage())}>
          {say.more(groupDigits(String(Math.min(AT_ONCE, total - shown.length))))}
        </Button>
      )}
    </PeopleFrame>
  );
}

/** As many as the server answers at a time. */
const AT_ONCE = 100;

function Answer({ people }: { people: ReturnType<typeof usePeople> }) {
  const data = useWords(dataWords);
  if (people.isPending) return <p role="status">{data.loading}</p>;
  if (people.isError) return <RefusalNotice title={data.notLoaded} error={people.error} actions={<Button onClick={() => void people.refetch()}>{data.again}</Button>} />;
  return null;
}

function Nobody({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const say = useWords(peopleWords);
  const may = useMay();
  if (filtered) return <EmptyState title={say.nobodyFits} actions={<Button onClick={onClear}>{say.clear}</Button>}>{say.nobodyFitsHelp}</EmptyState>;
  const acts = (
    <>
      <ButtonLink kind="primary" to="/people/bulk">{say.bulk}</ButtonLink>
      <ButtonLink to="/people/new">{say.add}</ButtonLink>
    </>
  );
  return (
    <EmptyState title={say.nobody} {...(may('accounts.write') && { actions: acts })}>
      {say.nobodyHelp}
    </EmptyState>
  );
}

function PeopleTable({ people }: { people: readonly Person[] }) {
  const say = useWords(peopleWords);
  const { language } = useSettings().settings;
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards people-table">
        <caption className="hidden-text">{say.list}</caption>
        <thead>
          <tr>
            {[say.name, say.account, say.kind, say.standing, say.state].map((head) => (
              <th key={head} scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.person_id}>
              <th scope="row">
                <ScreenLink to={`/people/${person.person_id}`} className="people-name">{person.name}</ScreenLink>
              </th>
              <td data-label={say.account}>{person.account ?? <span className="small">{say.noAccount}</span>}</td>
              <td data-label={say.kind}>{say[person.kind]}</td>
              <td data-label={say.standing}>
                {standingTexts(person, language).map((text) => (
                  <span key={text} className="people-standing">{text}</span>
                ))}
              </td>
              <td data-label={say.state}>
                <PersonStateMark state={person.state} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
