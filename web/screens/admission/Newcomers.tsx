import { useState } from 'react';
import { PLACE_CHANGES, type PlaceChange } from '../../../core/admission/places.ts';
import { academicYearOf, addDays, date, type PlainDate } from '../../../core/values/plain-date.ts';
import { Button } from '../../components/Button/Button.tsx';
import { CheckboxField } from '../../components/Field/CheckboxField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { admissionWords } from '../../words/admission.ts';
import { formatDate } from '../../words/format.ts';
import { NewcomerTable } from './NewcomerTable.tsx';
import { NumberingFields } from './NumberingFields.tsx';
import { proposedFor, type Codes } from './proposal.ts';
import type { Admission, YearAnswer } from './queries.ts';
import type { Acting } from './useActing.ts';
import { WithoutScheme } from './WithoutScheme.tsx';

interface NewcomersProps {
  readonly year: YearAnswer;
  readonly school: string;
  readonly state: 'admitted' | 'admission_kept';
  readonly admissions: readonly Admission[];
  readonly mayAct: boolean;
  readonly acting: Acting;
}

const USUAL_CLASS = 45;
const CHANGES: Readonly<Record<NewcomersProps['state'], readonly PlaceChange[]>> = { admitted: ['keep_admission', 'cancel_admission'], admission_kept: PLACE_CHANGES.filter((one) => one !== 'keep_admission') };
const ACTS = { keep_admission: 'keep', cancel_admission: 'cancel', restore_admission: 'restore' } as const satisfies Record<PlaceChange, string>;

/** A school’s newcomers with what may be done for those who are chosen. */
export function Newcomers({ year, school, state, admissions, mayAct, acting }: NewcomersProps) {
  const say = useWords(admissionWords);
  const { language } = useSettings().settings;
  const programmes = year.programmes.filter(({ school_id }) => school_id === school);
  const first = programmes.find(({ first_day }) => first_day !== null)?.first_day ?? null;
  const sound = admissions.filter(({ undecided }) => !undecided);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [on, setOn] = useState<PlainDate | null>(first === null ? null : date(first));
  const [codes, setCodes] = useState<Codes>({ school: programmes[0]?.school_code ?? '01', majors: Object.fromEntries(programmes.map(({ programme_id, major_code }) => [programme_id, major_code])), per_class: USUAL_CLASS });
  const came = admissions.filter(({ admission_id }) => chosen.has(admission_id));
  const proposed = on === null || state !== 'admitted' ? [] : proposedFor(came, programmes, academicYearOf(on), codes);
  const numbers = new Map(proposed.map(({ admission, class_id, student_id }) => [admission.admission_id, { class_id, student_id }]));
  const last = first === null || year.no_show_days === null ? null : addDays(date(first), year.no_show_days);
  const register = () => acting.register({ school_id: school, on: String(on), newcomers: proposed.map(({ admission: { admission_id }, class_id }) => ({ admission_id, class_id })) }, () => setChosen(new Set()));
  const admittedTo = programmes.filter(({ programme_id }) => admissions.some((one) => one.programme_id === programme_id));
  return (
    <>
      {state === 'admitted' && <WithoutScheme programmes={admittedTo} year={year.year} />}
      {first === null ? <Notice kind="warning" title={say.noCalendar} /> : (
        state === 'admitted' && mayAct && (
          <NumberingFields programmes={admittedTo} codes={codes} onCodes={setCodes} on={on} onDay={setOn} help={last === null ? '' : say.firstDayHelp(formatDate(first, language), formatDate(last, language))} />
        ))}
      {mayAct && (
        <div className="admission-acts no-print">
          <CheckboxField label={`${say.chooseAll}（${say.chosen(chosen.size)}）`} checked={sound.length > 0 && chosen.size === sound.length} onChange={(all) => setChosen(new Set(all ? sound.map(({ admission_id }) => admission_id) : []))} />
          <div className="button-row">
            {state === 'admitted' && <Button kind="primary" disabled={chosen.size === 0 || on === null} aria-disabled={acting.busy} onClick={register}>{acting.busy ? say.working : say.register(chosen.size)}</Button>}
            {CHANGES[state].map((change) => (
              <Button key={change} disabled={chosen.size === 0} aria-disabled={acting.busy} onClick={() => acting.change(school, { year: year.year, place: change, admissions: [...chosen] })}>{say[ACTS[change]]}</Button>
            ))}
          </div>
          <p className="small">{say.placeHelp}</p>
        </div>
      )}
      <NewcomerTable admissions={admissions} programmes={programmes} numbers={numbers} {...(mayAct && { chosen, onChoose: setChosen })} />
    </>
  );
}
