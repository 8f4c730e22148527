import { useCallback, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { ButtonLink } from '../../components/Button/Button.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { useSession } from '../../shell/session.ts';
import { newPersonWords } from '../../words/new-person.ts';
import { Slips } from '../slips/Slips.tsx';
import type { Slip } from '../slips/slip.ts';
import { NewPersonForm } from './NewPersonForm.tsx';
import type { MadePerson } from './NewPersonForm.tsx';
import { PeopleFrame } from './PeopleFrame.tsx';

/** One person more, with an account and the slip that activates it. */
export function NewPersonPage() {
  const word = useWords(newPersonWords);
  const queries = useQueryClient();
  const wide = useSession().roles.some(({ role }) => role === 'system_admin');
  const [made, setMade] = useState<MadePerson | null>(null);
  const [slips, setSlips] = useState<readonly Slip[]>([]);
  const forget = useCallback(() => setSlips([]), []);
  const done = async (answer: MadePerson) => {
    setMade(answer);
    setSlips([answer.slip]);
    await queries.invalidateQueries({ queryKey: ['people'] });
  };
  return (
    <PeopleFrame part="add" lead={word.newLead}>
      {made !== null && (
        <Notice kind="done" title={word.created(made.person.name)} announce actions={<ButtonLink to={`/people/${made.person.person_id}`}>{word.toPerson}</ButtonLink>}>
          {made.person.kind === 'staff' && <p>{word.newLeadStaff}</p>}
        </Notice>
      )}
      {slips.length > 0 && <Slips slips={slips} onForget={forget} />}
      {slips.length === 0 && <NewPersonForm key={made?.person.person_id} kinds={wide ? ['staff', 'student', 'guardian'] : ['student', 'guardian']} onDone={done} />}
    </PeopleFrame>
  );
}
