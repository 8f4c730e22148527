import { useQuery } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';
import { retryUnlessRefused } from '../../provenance/asked.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useSession } from '../../shell/session.ts';
import { employmentWords } from '../../words/employment.ts';
import { formatDate } from '../../words/format.ts';
import { codeLabel } from '../employment/code-label.ts';
import { EMPLOYMENT, type Graduate } from '../employment/queries.ts';
import { OwnAnswers } from './OwnAnswers.tsx';

/** Where the school says that a graduate went: confirmed or objected to by the graduate, read by the parents. In the final grade: whether firms may be shown them. */
export function OwnDestination({ student_id }: { student_id: string }) {
  const say = useWords(employmentWords);
  const query = useQuery({ queryKey: [EMPLOYMENT, 'mine'], retry: retryUnlessRefused, queryFn: () => ask(client.api.employment.mine.$get()) });
  const own = useSession().roles.some(({ role }) => role === 'student');
  const graduate = query.data?.graduates.find((one) => one.student_id === student_id) ?? null;
  const finalist = query.data?.finalists.find((one) => one.student_id === student_id) ?? null;
  const found = graduate ?? finalist;
  if (found === null || graduate === null && !own) return null;
  return (
    <section aria-labelledby="own-destination" className="own-part">
      <h2 id="own-destination">{graduate === null ? say.ownSeason : own ? say.ownTitle : say.ownOf(found.name)}</h2>
      {graduate !== null && <Recorded graduate={graduate} />}
      {own && <OwnAnswers key={graduate?.destinations.at(-1)?.record_id ?? ''} student_id={student_id} consent={found.consent} graduate={graduate} />}
    </section>
  );
}

function Recorded({ graduate: { destinations, said, objection } }: { graduate: Graduate }) {
  const say = useWords(employmentWords);
  const { language } = useSettings().settings;
  const latest = destinations.at(-1);
  if (latest === undefined) return <p>{say.ownNone}</p>;
  return (
    <>
      <p><strong>{codeLabel(latest.code, language)}</strong> {[latest.employer, latest.workplace_division, latest.position].filter((one) => one !== null && one !== '').join(' · ')}</p>
      <p className="small">{say.ownSince(formatDate(latest.recorded_on, language))}{said === 'confirm' && ` · ● ${say.confirmed}`}{said === 'object' && ` · ▲ ${say.objected}：${objection}`}</p>
    </>
  );
}
