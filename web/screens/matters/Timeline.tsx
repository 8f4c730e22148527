import type { ReactNode } from 'react';
import { ROLES, type Role } from '../../../core/access/roles.ts';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { StatusMark } from '../../components/Status/Status.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useMay, useSession } from '../../shell/session.ts';
import { formatDate } from '../../words/format.ts';
import { matterWords } from '../../words/matters.ts';
import { sheetLabel } from '../data/sheet-words.ts';
import { actText, detailLines, kindOfMatter, parameterText } from './matter-text.ts';
import type { Entry, Matter } from './queries.ts';

/** Who did what when, on which verdicts and documents, and what came of it; the first act first. */
export function Timeline({ matter }: { matter: Matter }) {
  const say = useWords(matterWords);
  return (
    <section aria-labelledby="matter-history">
      <h2 id="matter-history">{say.history}</h2>
      <ol className="matter-timeline">
        {matter.entries.map((entry) => <Act key={entry.entry_no} matter={matter} entry={entry} />)}
      </ol>
    </section>
  );
}

function Act({ matter, entry }: { matter: Matter; entry: Entry }) {
  const say = useWords(matterWords);
  const { language } = useSettings().settings;
  const role = ROLES[entry.role].name[language];
  const { votes } = entry;
  return (
    <li>
      <p>
        <strong>{actText(matter.kind, entry.act, say, language)}</strong>{' · '}{formatDate(entry.on, language)}{' · '}
        {entry.in_stead_of === null ? say.by(entry.person, role) : say.inStead(entry.person, entry.in_stead_of, role)}
      </p>
      {entry.reason !== null && <p>{entry.reason}</p>}
      {detailLines(named(entry.details ?? {}, matter), say, language, matter.kind).map(([name, text]) => <p key={name} className="small">{name}：{text}</p>)}
      {votes !== null && <p className="small">{say.votes(votes.members, votes.present, votes.for, votes.against, votes.abstained)}</p>}
      {entry.documents.map(({ name, sha256 }) => <p key={sha256} className="small matter-hash">{say.documents}：{name} <code>{sha256}</code></p>)}
      <Effects entry={entry} matter_id={matter.matter_id} />
      <Relied matter={matter} entry={entry} />
    </li>
  );
}

/** Schools that a round ends without, by their names. */
function named(details: NonNullable<Entry['details']>, { returns }: Matter): NonNullable<Entry['details']> {
  return details.missing === undefined ? details : { ...details, missing: details.missing.map((id) => returns?.find(({ subject }) => subject === id)?.name ?? id) };
}

/** Who keeps or seals a roll, and who reads the documents of the region: to others a list of names is not given. */
const SEE_NAMES: ReadonlySet<Role> = new Set<Role>(['school_registrar', 'school_head', 'college_roll', 'college_leadership', 'county_bureau', 'city_bureau', 'office', 'auditor']);

function Effects({ entry: { effects }, matter_id }: { entry: Entry; matter_id: string }) {
  const say = useWords(matterWords);
  const { language } = useSettings().settings;
  const { roles } = useSession();
  const may = useMay();
  if (effects.length === 0) return null;
  const reads = may('learning.read') && may('students.read');
  const seesNames = roles.some(({ role }) => SEE_NAMES.has(role));
  const text = ({ kind, of, id }: Entry['effects'][number]): ReactNode => {
    switch (kind) {
      case 'record': return say.effectRecord(sheetLabel(of, language));
      case 'snapshot': return say.effectSnapshot(id);
      case 'plate': return of === 'granted' ? say.effectGranted : say.effectWithdrawn;
      case 'parameter': return say.effectParameter(parameterText(of, language), id);
      case 'returns': return say.effectReturns(of.split(';').filter((one) => one !== '').length);
      case 'roll': return say.effectRoll(Number(of));
      case 'graduation': return <>{say.effectGraduation(Number(of), Number(id))} {reads && <ScreenLink to={`/graduation/decided/${matter_id}`}>{say.toGraduations}</ScreenLink>}</>;
      case 'follow_ups': return say.effectFollowUps(Number(of));
      case 'closing': return say.effectClosing(of);
      case 'payments': return say.effectPayments(Number(of), id);
      case 'bills': return say.effectBills(Number(of), id);
      case 'support': return say.effectSupport(Number(of), id);
      case 'student_list': return <>{say.effectStudentList(Number(of), id)} {seesNames && <a href={`/api/student-lists/${matter_id}/list.xlsx`} download>{say.downloadList}</a>}</>;
      case 'places': return say.effectPlaces(Number(of));
      case 'document': return <>{say.effectDocument} <ScreenLink to={`/documents/${id}`}>{of}</ScreenLink></>;
      case 'revocation': return <>{say.effectRevocation} <ScreenLink to={`/documents/${id}`}>{of}</ScreenLink></>;
    }
  };
  return <p className="small">{say.broughtAbout}：{effects.map((effect) => <span key={`${effect.kind} ${effect.of} ${effect.id}`} className="matter-effect">{text(effect)}</span>)}</p>;
}

/** Folded away: guards and verdicts as they were then, each verdict with the way to where it comes from. */
function Relied({ matter, entry: { guards, verdicts } }: { matter: Matter; entry: Entry }) {
  const say = useWords(matterWords);
  const { language } = useSettings().settings;
  const labels = new Map(Object.values(kindOfMatter(matter)?.steps ?? {}).flat().flatMap((step) => step.guards).map(({ id, label }) => [id, label]));
  return (
    <>
      {guards.length > 0 && (
        <details className="matter-relied">
          <summary>{say.guards(guards.length)}</summary>
          <ul>{guards.map(({ id, met, detail }) => <li key={id}><span aria-hidden="true">{met ? '✓' : '▲'}</span> {labels.get(id)?.[language] ?? id}{detail !== null && <span className="matter-detail">{detail[language]}</span>}</li>)}</ul>
        </details>
      )}
      {verdicts.length > 0 && (
        <details className="matter-relied">
          <summary>{say.verdicts(verdicts.length)}</summary>
          <ul>
            {verdicts.map(({ about, on, standard, outcome, before, value, required }) => (
              <li key={`${about} ${standard}`}>
                {before !== null && <><StatusMark outcome={before} /> → </>}<StatusMark outcome={outcome} /> {standard} {value ?? ''}{required === null ? '' : ` / ${required}`}{' '}
                {about.startsWith('campus:') && <ScreenLink to={`/campuses/${encodeURIComponent(about.slice('campus:'.length))}`} query={{ on }}>{say.origin}</ScreenLink>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
