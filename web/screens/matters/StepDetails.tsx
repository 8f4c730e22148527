import { useState } from 'react';
import type { ReactNode } from 'react';
import { takenBy } from '../../../core/approvals/details.ts';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { DateField } from '../../components/Field/DateField.tsx';
import { LongTextField } from '../../components/Field/LongTextField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { useSession } from '../../shell/session.ts';
import { detailWords } from '../../words/matter-details.ts';
import { matterWords } from '../../words/matters.ts';
import { useOrganisations } from '../grants/queries.ts';
import { kindOfMatter } from './matter-text.ts';
import type { Matter } from './queries.ts';

type Details = Readonly<Partial<{ number: string; on: PlainDate; due: PlainDate; attendees: string; school: string; firm: string; text: string; actions: string }>>;

interface StepDetails {
  /** What the step is given; undefined where it takes nothing of this. */
  readonly details: Details | undefined;
  readonly fields: ReactNode;
  /** Marks what is missing, and says whether nothing is. */
  readonly complete: () => boolean;
}

/** What the number is of, by act. */
const NUMBERS: Readonly<Record<string, 'minutesNumber' | 'hearingNumber' | 'provinceNumber' | 'examNumber' | 'bankNumber'>> = { resolve: 'minutesNumber', grant: 'minutesNumber', hear: 'hearingNumber', file_province: 'provinceNumber', file_exam: 'examNumber', confirm: 'bankNumber' };
const DAYS: Readonly<Record<string, 'meetingDay' | 'hearingDay' | 'paidDay'>> = { resolve: 'meetingDay', table: 'meetingDay', grant: 'meetingDay', hear: 'hearingDay', confirm: 'paidDay' };
const ASKED = ['number', 'on', 'due', 'attendees', 'school', 'firm', 'text', 'actions'] as const;

/** What minutes, receipts and signatures take beside a reason. Whoever heads one school, or speaks for one firm, does so without being asked which. */
export function useStepDetails(matter: Matter, act: string): StepDetails {
  const say = useWords(detailWords);
  const words = useWords(matterWords);
  const kind = kindOfMatter(matter);
  const taken = kind === undefined ? [] : takenBy(kind, act);
  const asked = ASKED.filter((key) => taken.includes(key));
  const [schools, firms] = [useOwn('school_head', 'school'), useOwn('enterprise', 'enterprise')];
  const [draft, setDraft] = useState<Details>({});
  const [tried, setTried] = useState(false);
  const own = { ...(schools.length === 1 && { school: schools[0]?.value }), ...(firms.length === 1 && { firm: firms[0]?.value }) };
  const whole = { ...own, ...draft };
  const given = Object.fromEntries(asked.flatMap((key) => (whole[key] === undefined || whole[key] === '' ? [] : [[key, whole[key]]]))) as Details;
  const missing = (key: (typeof ASKED)[number]): boolean => given[key] === undefined || given[key]?.trim() === '';
  const change = (part: Details): void => setDraft((now) => ({ ...now, ...part }));
  const error = (key: (typeof ASKED)[number]): string | undefined => (tried && missing(key) ? say.giveAll : undefined);
  return {
    details: asked.length === 0 ? undefined : given,
    complete: () => {
      setTried(true);
      return !asked.some(missing);
    },
    fields: (
      <>
        {asked.includes('number') && <TextField id="step-number" label={say[NUMBERS[act] ?? 'number']} value={draft.number ?? ''} onChange={(number) => change({ number })} error={error('number')} autoComplete="off" />}
        {asked.includes('on') && <DateField id="step-on" label={say[DAYS[act] ?? 'receiptDay']} value={draft.on ?? null} onChange={(on) => setDraft(({ on: _, ...rest }) => (on === null ? rest : { ...rest, on }))} error={error('on')} />}
        {asked.includes('due') && <DateField id="step-due" label={act === 'resolve' ? say.carryOutBy : say.rectifyBy} value={draft.due ?? null} onChange={(due) => setDraft(({ due: _, ...rest }) => (due === null ? rest : { ...rest, due }))} error={error('due')} />}
        {asked.includes('attendees') && <TextField id="step-attendees" label={say.attendees} value={draft.attendees ?? ''} onChange={(attendees) => change({ attendees })} error={error('attendees')} autoComplete="off" />}
        {asked.includes('text') && <LongTextField id="step-text" label={words.textOf} value={draft.text ?? ''} onChange={(text) => change({ text })} error={error('text')} />}
        {asked.includes('actions') && <LongTextField id="step-actions" label={words.actions} value={draft.actions ?? ''} onChange={(actions) => change({ actions })} error={error('actions')} />}
        {asked.includes('school') && schools.length !== 1 && <SelectField id="step-school" label={say.signs} value={draft.school ?? ''} onChange={(school) => change({ school })} options={schools} error={error('school')} />}
        {asked.includes('firm') && firms.length !== 1 && <SelectField id="step-firm" label={say.agreesFor} value={draft.firm ?? ''} onChange={(firm) => change({ firm })} options={firms} error={error('firm')} />}
      </>
    ),
  };
}

/** Institutions at which somebody holds a role; whoever stands in for another chooses among all of the kind. */
function useOwn(wanted: 'school_head' | 'enterprise', kind: 'school' | 'enterprise') {
  const { roles } = useSession();
  const all = useOrganisations().data ?? [];
  const own = roles.flatMap(({ role, org_id, organisation }) => (role === wanted && org_id !== null ? [{ value: org_id, label: organisation ?? org_id }] : []));
  return own.length > 0 ? own : all.filter((one) => one.kind === kind).map(({ org_id, name }) => ({ value: org_id, label: name }));
}
