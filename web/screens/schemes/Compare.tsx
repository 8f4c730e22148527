import { useState } from 'react';
import { differenceOf, isSame, type SchemeDifference } from '../../../core/schemes/difference.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { schemeWords } from '../../words/schemes.ts';
import { kindText, sideText } from './course-text.ts';
import { useRevision, type Course, type Scheme } from './queries.ts';

/** M9-b: what this version changes against another one, line by line and field by field. */
export function Compare({ scheme }: { scheme: Scheme }) {
  const say = useWords(schemeWords);
  const { head, revision, versions } = scheme;
  const others = versions.filter((one) => one.matter_id !== head.matter_id && one.revision > 0).map((one) => ({ value: `${one.matter_id}/${one.revision}`, label: say.versionOf(one.year, one.revision) }));
  const own = Array.from({ length: Math.max(0, revision - 1) }, (_, at) => ({ value: `${head.matter_id}/${revision - 1 - at}`, label: say.thisRevision(revision - 1 - at) }));
  const options = [...others, ...own];
  const [chosen, setChosen] = useState('');
  const [matter_id = '', of = '0'] = chosen.split('/');
  return (
    <section aria-labelledby="scheme-compare">
      <h2 id="scheme-compare">{say.compare}</h2>
      {options.length === 0 ? <p>{say.noOther}</p> : <SelectField label={say.compareWith} value={chosen} onChange={setChosen} options={options} />}
      {chosen !== '' && <Changes scheme={scheme} matter_id={matter_id} revision={Number(of)} />}
    </section>
  );
}

function Changes({ scheme, matter_id, revision }: { scheme: Scheme; matter_id: string; revision: number }) {
  const say = useWords(schemeWords);
  const query = useRevision(matter_id, revision, true);
  return (
    <Answer query={query}>
      {(before) => {
        const difference = scheme.content === null ? null : differenceOf(before, scheme.content);
        if (difference === null || isSame(difference)) return <p>{say.same}</p>;
        return (
          <>
            <HeadChanges difference={difference} scheme={scheme} />
            {difference.courses.length > 0 && <CourseChanges difference={difference} />}
          </>
        );
      }}
    </Answer>
  );
}

function HeadChanges({ difference: { required_credits, firms }, scheme }: { difference: SchemeDifference; scheme: Scheme }) {
  const say = useWords(schemeWords);
  const names = (ids: readonly string[]): string => ids.map((id) => scheme.firms.find(({ org_id }) => org_id === id)?.name ?? id).join('、');
  const lines = [
    ...(required_credits === null ? [] : [say.requiredChange(required_credits.before, required_credits.after)]),
    ...(firms.joined.length === 0 ? [] : [say.joined(names(firms.joined))]), ...(firms.left.length === 0 ? [] : [say.left(names(firms.left))]),
  ];
  return lines.length === 0 ? null : <ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul>;
}

function CourseChanges({ difference }: { difference: SchemeDifference }) {
  const say = useWords(schemeWords);
  const { language } = useSettings().settings;
  const labels = { name: say.course, kind: say.kind, term: say.term, credits: say.creditsOf, theory_hours: say.theory, practice_hours: say.practice, taught_by: say.taughtBy, certificate: say.certificate } as const;
  const shown = (field: keyof typeof labels, value: string | number | null): string => {
    if (value === null) return say.empty;
    if (field === 'kind') return kindText(value as Course['kind'], language);
    return field === 'taught_by' ? sideText(value as Course['taught_by'], language) : String(value);
  };
  const whole = (one: Course): string => `${say.term} ${one.term} · ${kindText(one.kind, language)} · ${say.creditsOf} ${one.credits} · ${say.theory} ${one.theory_hours} · ${say.practice} ${one.practice_hours}`;
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{say.compare}</caption>
        <thead><tr>{[say.code, say.course, say.state, say.what].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>
          {difference.courses.map((one) => {
            const { code, name } = one.change === 'changed' ? one : one.course;
            const mark = { added: '＋', removed: '－', changed: '～' }[one.change];
            return (
              <tr key={`${one.change} ${code}`} data-change={one.change}>
                <td className="unbroken" data-label={say.code}>{code}</td>
                <th scope="row">{name}</th>
                <td data-label={say.state}><span aria-hidden="true">{mark}</span> {say[one.change]}</td>
                <td data-label={say.what}>{one.change === 'changed' ? one.fields.map(({ field, before, after }) => say.change(labels[field], shown(field, before), shown(field, after))).join('；') : whole(one.course)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
