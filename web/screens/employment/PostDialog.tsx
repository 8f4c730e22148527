import { useState } from 'react';
import { INDUSTRIES, INDUSTRY_CODES, type Industry } from '../../../core/employment/industries.ts';
import { CONTRACT_KINDS, CONTRACTS, type ContractKind } from '../../../core/employment/outcomes.ts';
import { date, type PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import type { FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import { CheckboxField } from '../../components/Field/CheckboxField.tsx';
import { DateField } from '../../components/Field/DateField.tsx';
import { NumberField } from '../../components/Field/NumberField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { recommendingWords } from '../../words/recommending.ts';
import { DraftDialog } from '../data/DraftDialog.tsx';
import type { FirmAnswer, Post } from './queries.ts';

interface PostDialogProps {
  readonly corrected: Post | null;
  readonly answer: FirmAnswer;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

interface Draft {
  readonly firm_id: string;
  readonly title: string;
  readonly places: string;
  readonly contract_kind: ContractKind | '';
  readonly wage_yuan: string;
  readonly division_code: string;
  readonly industry: Industry | '';
  readonly higher_codes: readonly string[];
  readonly facilities: string;
  readonly open_from: PlainDate | null;
  readonly open_until: PlainDate | null;
  readonly reason: string;
}

function draftOf(one: Post | null, { firms, on }: FirmAnswer): Draft {
  if (one === null) return { firm_id: firms[0]?.org_id ?? '', title: '', places: '', contract_kind: '', wage_yuan: '', division_code: '', industry: '', higher_codes: [], facilities: '', open_from: date(on), open_until: null, reason: '' };
  return { ...one, places: String(one.places), open_from: date(one.open_from), open_until: date(one.open_until), reason: '' };
}

/** A post that a firm offers, or one that it puts right. */
export function PostDialog({ corrected, answer, onClose, onDone }: PostDialogProps) {
  const say = useWords(recommendingWords);
  const [draft, setDraft] = useState(() => draftOf(corrected, answer));
  const send = async () => {
    const { firm_id, title, places, contract_kind, wage_yuan, division_code, industry, higher_codes, facilities, open_from, open_until, reason } = draft;
    if (contract_kind === '' || industry === '') return;
    const json = { firm_id, draft: { title: title.trim(), places: Number(places), contract_kind, wage_yuan, division_code: division_code.trim(), industry, higher_codes: [...higher_codes], facilities: facilities.trim(), open_from: String(open_from), open_until: String(open_until) } };
    await ask(client.api.employment.posts.$post({ json: corrected === null ? json : { ...json, answers: corrected.post_id, reason: reason.trim() } }, onceOnly()));
    await onDone();
  };
  return (
    <DraftDialog title={corrected === null ? say.offer : say.correct} say={say} check={() => problemsOf(draft, corrected !== null, say)} send={send} onClose={onClose}>
      {(problems) => <Fields draft={draft} corrects={corrected !== null} answer={answer} problems={problems} onChange={(part) => setDraft((now) => ({ ...now, ...part }))} />}
    </DraftDialog>
  );
}

function problemsOf({ title, places, contract_kind, wage_yuan, division_code, industry, higher_codes, open_from, open_until, reason }: Draft, corrects: boolean, say: (typeof recommendingWords)['zh']): FieldProblem[] {
  const wrong = (is: boolean, field: string, message: string): FieldProblem[] => (is ? [{ field: `post-${field}`, message }] : []);
  return [
    ...wrong(title.trim() === '', 'title', say.giveTitle), ...wrong(!/^[1-9]\d*$/.test(places), 'places', say.givePlaces), ...wrong(contract_kind === '', 'contract', say.giveContract), ...wrong(!/^\d+(\.\d{1,2})?$/.test(wage_yuan), 'wage', say.giveWage),
    ...wrong(!/^\d{6}$/.test(division_code.trim()), 'division', say.giveDivision), ...wrong(industry === '', 'industry', say.giveIndustry), ...wrong(higher_codes.length === 0, 'majors', say.giveMajors),
    ...wrong(open_from === null, 'from', say.giveFrom), ...wrong(open_until === null, 'until', say.giveUntil), ...wrong(corrects && reason.trim() === '', 'reason', say.giveReason),
  ];
}

interface FieldsProps {
  readonly draft: Draft;
  readonly corrects: boolean;
  readonly answer: FirmAnswer;
  readonly problems: readonly FieldProblem[];
  readonly onChange: (part: Partial<Draft>) => void;
}

function Fields({ draft, corrects, answer, problems, onChange }: FieldsProps) {
  const say = useWords(recommendingWords);
  const { language } = useSettings().settings;
  const wrong = (field: string) => problems.find((one) => one.field === `post-${field}`)?.message;
  return (
    <>
      {answer.firms.length > 1 && <SelectField label={say.firm} value={draft.firm_id} onChange={(firm_id) => onChange({ firm_id })} options={answer.firms.map(({ org_id, name }) => ({ value: org_id, label: name }))} />}
      <TextField id="post-title" label={say.titleField} value={draft.title} error={wrong('title')} autoComplete="off" onChange={(title) => onChange({ title })} />
      <NumberField id="post-places" label={say.places} unit={say.person} value={draft.places} error={wrong('places')} onChange={(places) => onChange({ places })} />
      <SelectField id="post-contract" label={say.contract} value={draft.contract_kind} error={wrong('contract')} onChange={(value) => onChange({ contract_kind: CONTRACT_KINDS.find((one) => one === value) ?? '' })} options={CONTRACT_KINDS.map((value) => ({ value, label: CONTRACTS[value][language] }))} />
      <NumberField id="post-wage" label={say.wage} unit={say.yuan} value={draft.wage_yuan} error={wrong('wage')} onChange={(wage_yuan) => onChange({ wage_yuan })} {...(answer.minimum_wage_yuan !== null && { help: say.minimum(groupDigits(answer.minimum_wage_yuan)) })} />
      <TextField id="post-division" label={say.division} help={say.divisionHelp} value={draft.division_code} error={wrong('division')} inputMode="numeric" autoComplete="off" onChange={(division_code) => onChange({ division_code })} />
      <SelectField id="post-industry" label={say.industry} value={draft.industry} error={wrong('industry')} onChange={(value) => onChange({ industry: INDUSTRY_CODES.find((one) => one === value) ?? '' })} options={INDUSTRY_CODES.map((value) => ({ value, label: `${value} ${INDUSTRIES[value][language]}` }))} />
      <fieldset className="post-majors" id="post-majors" tabIndex={-1}>
        <legend>{say.majors}</legend>
        {wrong('majors') !== undefined && <p className="field-error">{wrong('majors')}</p>}
        {answer.majors.map(({ code, name }) => <CheckboxField key={code} label={`${code} ${name}`} checked={draft.higher_codes.includes(code)} onChange={(checked) => onChange({ higher_codes: checked ? [...draft.higher_codes, code] : draft.higher_codes.filter((one) => one !== code) })} />)}
      </fieldset>
      <TextField label={say.facilities} optional value={draft.facilities} autoComplete="off" onChange={(facilities) => onChange({ facilities })} />
      <DateField id="post-from" label={say.openFrom} value={draft.open_from} error={wrong('from')} onChange={(open_from) => onChange({ open_from })} />
      <DateField id="post-until" label={say.openUntil} value={draft.open_until} error={wrong('until')} onChange={(open_until) => onChange({ open_until })} />
      {corrects && <TextField id="post-reason" label={say.reason} value={draft.reason} error={wrong('reason')} autoComplete="off" onChange={(reason) => onChange({ reason })} />}
    </>
  );
}
