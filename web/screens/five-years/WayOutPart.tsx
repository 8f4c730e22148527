import { useQuery } from '@tanstack/react-query';
import { GRADUATION_OUTCOMES } from '../../../core/graduation/phrases.ts';
import { ask, client } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { Status } from '../../components/Status/Status.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { wayOutWords } from '../../words/way-out.ts';

type WayOut = AnswerOf<Awaited<ReturnType<(typeof client.api)['five-years']['graduation']['$get']>>>['students'][number];

/** Certificates, what is still missing to graduate and who helps, the diploma. */
export function WayOutPart({ student_id }: { student_id: string }) {
  const query = useQuery({ queryKey: ['agreements', 'way-out'], queryFn: () => ask(client.api['five-years'].graduation.$get()) });
  return (
    <Answer query={query}>
      {({ students }) => {
        const own = students.find((one) => one.student_id === student_id);
        return own === undefined || hasNothing(own) ? null : <Contents own={own} />;
      }}
    </Answer>
  );
}

/** Of whoever left without a paper of the higher stage. */
const hasNothing = ({ graduates_on, decided, diplomas, certificates }: WayOut): boolean => graduates_on === null && decided === null && diplomas.length === 0 && certificates.length === 0;

function Contents({ own }: { own: WayOut }) {
  const say = useWords(wayOutWords);
  const { language } = useSettings().settings;
  const { certificates, certificate_needed, graduates_on, days, checklist, decided, diplomas } = own;
  return (
    <section className="way-out" aria-labelledby="way-out">
      <h2 id="way-out">{say.title}</h2>
      {decided !== null
        ? <p><strong>{GRADUATION_OUTCOMES[decided.outcome][language]}</strong> {formatDate(decided.on, language)}</p>
        : graduates_on !== null && days !== null && <p>{say.when(formatDate(graduates_on, language), days)}</p>}
      {certificate_needed === true && <p className="way-out-needed"><span aria-hidden="true">▲</span> <strong>{say.needed}</strong> {say.neededHelp}</p>}
      {diplomas.length > 0 && (
        <ul>
          {diplomas.map(({ title, number, issued_on, code, state }) => (
            <li key={number}><strong>{title[language]} {number}</strong> <span className="small">{formatDate(issued_on, language)} · {state[language]} · {say.code} <a href={`/verify/${encodeURIComponent(code)}`}>{code}</a></span></li>
          ))}
        </ul>
      )}
      {decided === null && checklist !== null && <Checklist lines={checklist} />}
      <h3>{say.certificates}</h3>
      {certificates.length === 0 ? <p className="small">{say.noCertificates}</p> : (
        <ul>
          {certificates.map(({ name, level, number, issued_on, verified, qualifies }) => (
            <li key={number}>{name} {level[language]} <span className="small">{number} · {formatDate(issued_on, language)} · {verified ? say.verified : say.waiting}{!qualifies && ` · ${say.tooLow}`}</span></li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Checklist({ lines }: { lines: NonNullable<WayOut['checklist']> }) {
  const say = useWords(wayOutWords);
  const { language } = useSettings().settings;
  const open = lines.filter(({ outcome, counts }) => counts && outcome !== 'met').length;
  return (
    <>
      <h3>{say.checklist}</h3>
      <p>{open === 0 ? say.nothingMissing : say.missing(open)}</p>
      <ul className="way-out-lines">
        {lines.map(({ clause, title, outcome, said, counts, help }) => (
          <li key={title.en}>
            <span><strong>{title[language]}</strong> <Status outcome={outcome} detail={said[language]} /></span>
            {outcome !== 'met' && outcome !== 'not_applicable' && <span className="small">{help[language]}</span>}
            <span className="small">{!counts && `${say.shown} · `}<ScreenLink to={`/clauses/${clause}`}>{clause}</ScreenLink></span>
          </li>
        ))}
      </ul>
    </>
  );
}
