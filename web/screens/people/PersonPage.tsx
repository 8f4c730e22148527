import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { Button, ButtonLink, ScreenLink } from '../../components/Button/Button.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { Refusal } from '../../client.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { NotFound } from '../../shell/NotFound.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { dataWords } from '../../words/data.ts';
import { peopleWords } from '../../words/people.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { Slips } from '../slips/Slips.tsx';
import type { Slip } from '../slips/slip.ts';
import { AccountPart } from './AccountPart.tsx';
import { Appointments } from './Appointments.tsx';
import { usePerson } from './queries.ts';
import type { Person } from './queries.ts';
import { Wards } from './Wards.tsx';

/** One person: account, appointments, students that they are a guardian of. */
export function PersonPage({ person_id }: { person_id: string }) {
  const say = useWords(peopleWords);
  const data = useWords(dataWords);
  const person = usePerson(person_id);
  if (person.isError && person.error instanceof Refusal && person.error.problem.status === NOT_FOUND) return <NotFound />;
  if (person.data === undefined) {
    return (
      <Page title={say.title}>
        {person.isPending && <p role="status">{data.loading}</p>}
        {person.isError && <RefusalNotice title={data.notLoaded} error={person.error} actions={<Button onClick={() => void person.refetch()}>{data.again}</Button>} />}
        <ButtonLink to="/people">{say.back}</ButtonLink>
      </Page>
    );
  }
  return <Known person={person.data} />;
}

const NOT_FOUND = 404;

function Known({ person }: { person: Person }) {
  const say = useWords(peopleWords);
  const queries = useQueryClient();
  const [said, setSaid] = useState<string | null>(null);
  const [slips, setSlips] = useState<readonly Slip[]>([]);
  const forget = useCallback(() => setSlips([]), []);
  const done = async (what: string) => {
    await queries.invalidateQueries({ queryKey: ['person', person.person_id] });
    await queries.invalidateQueries({ queryKey: ['people'] });
    setSaid(what);
  };
  const onSlips = async (made: readonly Slip[]) => {
    await done('');
    setSaid(null);
    setSlips(made);
  };
  const { kind } = person;
  return (
    <Page title={person.name} lead={kind === 'student' ? say.studentOf(person.student_id ?? '') : say[kind]}>
      <ScreenLink to="/people" className="people-back no-print">{say.back}</ScreenLink>
      {said !== null && <Notice kind="done" title={said} announce />}
      {slips.length > 0 && <Slips slips={slips} onForget={forget} />}
      <AccountPart person={person} onSlips={onSlips} onDone={done} />
      {kind === 'staff' && <Appointments person={person} onDone={done} />}
      {kind === 'guardian' && <Wards person={person} onDone={done} />}
    </Page>
  );
}
