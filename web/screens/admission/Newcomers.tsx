import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { PLACE_CHANGES, type PlaceChange } from '../../../core/admission/places.ts';
import { academicYearOf, addDays, date, type PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { CheckboxField } from '../../components/Field/CheckboxField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useHref, useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { admissionWords } from '../../words/admission.ts';
import { formatDate } from '../../words/format.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { NewcomerTable } from './NewcomerTable.tsx';
import { NumberingFields } from './NumberingFields.tsx';
import { proposedFor, type Codes } from './proposal.ts';
import { ADMISSION } from './queries.ts';
import type { Admission, YearAnswer } from './queries.ts';

interface NewcomersProps {
  readonly year: YearAnswer;
  readonly school: string;
  readonly state: 'admitted' | 'admission_kept';
  readonly admissions: readonly Admission[];
  readonly mayAct: boolean;
}

const USUAL_CLASS = 45;
const CHANGES: Readonly<Record<NewcomersProps['state'], readonly PlaceChange[]>> = { admitted: ['keep_admission', 'cancel_admission'], admission_kept: PLACE_CHANGES.filter((one) => one !== 'keep_admission') };
const ACTS = { keep_admission: 'keep', cancel_admission: 'cancel', restore_admission: 'restore' } as const satisfies Record<PlaceChange, string>;

/** A school’s newcomers with what may be done for those who are chosen. */
export function Newcomers({ year, school, state, admissions, mayAct }: NewcomersProps) {
  const say = useWords(admissionWords);
  const { language } = useSettings().settings;
  const programmes = year.programmes.filter(({ school_id }) => school_id === school);
  const first = programmes.find(({ first_day }) => first_day !== null)?.first_day ?? null;
  const sound = admissions.filter(({ undecided }) => !undecided);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [on, setOn] = useState<PlainDate | null>(first === null ? null : date(first));
  const [codes, setCodes] = useState<Codes>({ school: programmes[0]?.school_code ?? '01', majors: Object.fromEntries(programmes.map(({ programme_id, major_code }) => [programme_id, major_code])), per_class: USUAL_CLASS });
  const acting = useActing();
  const came = admissions.filter(({ admission_id }) => chosen.has(admission_id));
  const proposed = on === null || state !== 'admitted' ? [] : proposedFor(came, programmes, academicYearOf(on), codes);
  const numbers = new Map(proposed.map(({ admission, class_id, student_id }) => [admission.admission_id, { class_id, student_id }]));
  const last = first === null || year.no_show_days === null ? null : addDays(date(first), year.no_show_days);
  const register = () => acting.register({ school_id: school, on: String(on), newcomers: proposed.map(({ admission: { admission_id }, class_id }) => ({ admission_id, class_id })) }, () => setChosen(new Set()));
  return (
    <>
      {acting.done !== null && <Notice kind="done" title={say.registeredDone(acting.done.many)} announce><p>{say.registeredRange(acting.done.first, acting.done.last)}</p></Notice>}
      {acting.fault !== null && <RefusalNotice title={say.failed} error={acting.fault} />}
      {first === null ? <Notice kind="warning" title={say.noCalendar} /> : (
        state === 'admitted' && mayAct && (
          <NumberingFields programmes={programmes.filter(({ programme_id }) => admissions.some((one) => one.programme_id === programme_id))} codes={codes} onCodes={setCodes} on={on} onDay={setOn} help={last === null ? '' : say.firstDayHelp(formatDate(first, language), formatDate(last, language))} />
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

interface Done {
  readonly many: number;
  readonly first: string;
  readonly last: string;
}

type RegisterBody = Parameters<(typeof client.api.admissions.register)['$post']>[0]['json'];

/** Registers, or opens the matter that decides on places. */
function useActing() {
  const queries = useQueryClient();
  const href = useHref();
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const [done, setDone] = useState<Done | null>(null);
  const work = async (act: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setFault(null);
    setDone(null);
    try {
      await act();
    } catch (error) {
      setFault(error);
    } finally {
      setBusy(false);
    }
  };
  return {
    busy, fault, done,
    register: (json: RegisterBody, after: () => void) => void work(async () => {
      const { registered } = await ask(client.api.admissions.register.$post({ json }, onceOnly()));
      const ids = registered.map(({ student_id }) => student_id).sort();
      setDone({ many: ids.length, first: ids[0] ?? '', last: ids.at(-1) ?? '' });
      after();
      await queries.invalidateQueries({ queryKey: [ADMISSION] });
    }),
    change: (subject: string, details: { year: number; place: PlaceChange; admissions: string[] }) => void work(async () => {
      const { matter_id } = await ask(client.api.matters.$post({ json: { kind: 'admission_change', subject, details } }, onceOnly()));
      navigate(href(`/matters/${matter_id}`));
    }),
  };
}
