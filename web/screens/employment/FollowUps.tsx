import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { retryUnlessRefused } from '../../provenance/asked.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { followUpWords } from '../../words/follow-ups.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { EMPLOYMENT } from './queries.ts';

interface FollowUpsProps {
  readonly school_id: string;
  readonly year: number;
  readonly on: string;
}

/** 1.2-c: who is to be asked again a year after graduation, as a list that the head approves. */
export function FollowUps({ school_id, year, on }: FollowUpsProps) {
  const say = useWords(followUpWords);
  const { language } = useSettings().settings;
  const queries = useQueryClient();
  const [fault, setFault] = useState<unknown>(null);
  const query = useQuery({ queryKey: [EMPLOYMENT, 'follow-ups', school_id, year, on], retry: retryUnlessRefused, queryFn: () => ask(client.api.employment['follow-ups'].$get({ query: { school_id, year: String(year), on } })) });
  const list = query.data;
  if (list === undefined) return null;
  const propose = async () => {
    setFault(null);
    try {
      await ask(client.api.matters.$post({ json: { kind: 'follow_up_list', subject: school_id, details: { year, list: list.digest } } }, onceOnly()));
      await queries.invalidateQueries({ queryKey: [EMPLOYMENT] });
    } catch (error) {
      setFault(error);
    }
  };
  return (
    <section aria-labelledby="follow-ups" className="cooperation-part">
      <h2 id="follow-ups">{say.title(list.months)}</h2>
      <p>{say.lead} {say.asked(list.asked, list.answered)}</p>
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      {list.students.length === 0 ? <p className="small">{say.nobody(list.months)}</p> : (
        <details>
          <summary>{say.due(list.students.length)}</summary>
          <ul className="silent-list-names">{list.students.map(({ student_id, name, graduated_on }) => <li key={student_id}>{name} <span className="small">{student_id} · {formatDate(graduated_on, language)}</span></li>)}</ul>
        </details>
      )}
      <div className="button-row no-print">
        {list.may_propose && <Button kind="primary" onClick={() => void propose()}>{say.propose(list.students.length)}</Button>}
        {list.open_matter !== null && <ScreenLink to={`/matters/${list.open_matter}`}>{say.openMatter}</ScreenLink>}
      </div>
    </section>
  );
}
