import { useState } from 'react';
import { CONDUCT_STATES } from '../../../core/teaching/states.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { Page } from '../../shell/PageHead.tsx';
import { conductWords } from '../../words/conduct.ts';
import { teachingWords } from '../../words/teaching.ts';
import { ReasonDialog } from './OfferingActs.tsx';
import { useConduct, useTeaching, type Conduct } from './queries.ts';
import { Said } from './Said.tsx';
import { useDoing, type Doing } from './useDoing.ts';

/** Conduct of a class in the academic year of a term. */
export function ConductPage({ class_id }: { class_id: string }) {
  const [term] = useInAddress('term');
  const teaching = useTeaching(term);
  const say = useWords(teachingWords);
  return (
    <Page title={say.conduct}>
      <p className="no-print"><ScreenLink to="/teaching" query={term === '' ? {} : { term }}>← {say.back}</ScreenLink></p>
      <Answer query={teaching}>{(of) => <Sheet class_id={class_id} year={Number(of.term.slice(0, 4))} />}</Answer>
    </Page>
  );
}

function Sheet({ class_id, year }: { class_id: string; year: number }) {
  const say = useWords(conductWords);
  const doing = useDoing();
  return (
    <div className="teaching">
      <h2>{say.conductTitle(class_id, year)}</h2>
      <p>{say.conductLead}</p>
      <Said doing={doing} />
      <Answer query={useConduct(class_id, year)}>{(sheet) => <Marks key={`${sheet.sheet_no} ${sheet.version}`} sheet={sheet} doing={doing} />}</Answer>
    </div>
  );
}

type Marked = ReadonlyMap<string, boolean | null>;

function Marks({ sheet, doing }: { sheet: Conduct; doing: Doing }) {
  const [say, common] = [useWords(conductWords), useWords(teachingWords)];
  const { language } = useSettings().settings;
  const { class_id, academic_year, version, state, may, students, sheet_no } = sheet;
  const [marks, setMarks] = useState<Marked>(() => new Map(students.map(({ student_id, ok }) => [student_id, ok])));
  const [reason, setReason] = useState('');
  const [returning, setReturning] = useState(false);
  const step = (json: { readonly act: 'save' | 'submit' | 'return' | 'decide'; readonly marks?: { student_id: string; ok: boolean }[]; readonly reason?: string }, said: string) =>
    doing.run(() => ask(client.api.conduct.$post({ json: { class_id, academic_year, version, ...json } }, onceOnly())), () => said);
  const typed = [...marks].flatMap(([student_id, ok]) => (ok === null ? [] : [{ student_id, ok }]));
  const changed = students.some(({ student_id, ok }) => marks.get(student_id) !== ok);
  const [saves, again] = [may.includes('save'), state === 'decided'];
  const save = () => step({ act: 'save', marks: typed, ...(again && { reason: reason.trim() }) }, say.conductSaved);
  return (
    <>
      <p>{sheet_no > 1 && `${say.sheetOf(sheet_no)} · `}{CONDUCT_STATES[state][language]}{sheet.reason !== null && ` · ${sheet.reason}`}</p>
      <MarkTable sheet={sheet} marks={marks} writes={saves} onMark={(id, ok) => setMarks((now) => new Map(now).set(id, ok))} />
      {saves && again && <TextField id="conduct-reason" label={common.reason} value={reason} onChange={setReason} autoComplete="off" />}
      <div className="button-row no-print">
        {saves && <Button onClick={() => setMarks((now) => new Map([...now].map(([id, ok]) => [id, ok ?? true])))}>{say.allOk}</Button>}
        {saves && <Button kind={changed ? 'primary' : 'secondary'} aria-disabled={doing.busy} onClick={() => void save()}>{again ? say.again : common.save}</Button>}
        {may.includes('submit') && !changed && typed.length === students.length && <Button kind="primary" aria-disabled={doing.busy} onClick={() => void step({ act: 'submit' }, say.conductSubmitted)}>{say.conductSubmit}</Button>}
        {may.includes('decide') && <Button kind="primary" aria-disabled={doing.busy} onClick={() => void step({ act: 'decide' }, say.conductDecided)}>{say.decide}</Button>}
        {may.includes('return') && <Button onClick={() => setReturning(true)}>{common.giveBack}</Button>}
      </div>
      {returning && <ReasonDialog title={common.giveBack} onClose={() => setReturning(false)} onGiven={async (why) => { if (await step({ act: 'return', reason: why }, say.conductReturned)) setReturning(false); }} />}
    </>
  );
}

function MarkTable({ sheet, marks, writes, onMark }: { sheet: Conduct; marks: Marked; writes: boolean; onMark: (student_id: string, ok: boolean) => void }) {
  const [say, common] = [useWords(conductWords), useWords(teachingWords)];
  const shown = (ok: boolean | null | undefined): string => (ok == null ? common.notTyped : ok ? `● ${say.conductOk}` : `▲ ${say.conductBad}`);
  return (
    <div className="wide-table">
      <table className="ledger">
        <caption className="hidden-text">{common.conduct}</caption>
        <thead><tr><th scope="col">{common.studentId}</th><th scope="col">{common.name}</th><th scope="col">{say.conductOf}</th></tr></thead>
        <tbody>
          {sheet.students.map(({ student_id, name }) => (
            <tr key={student_id}>
              <td className="unbroken">{student_id}</td>
              <th scope="row">{name}</th>
              <td>
                {!writes ? shown(marks.get(student_id)) : (
                  <span role="radiogroup" aria-label={`${say.conductOf} ${name}`} className="conduct-choice">
                    {[true, false].map((ok) => (
                      <label key={String(ok)}><input type="radio" name={`conduct-${student_id}`} checked={marks.get(student_id) === ok} onChange={() => onMark(student_id, ok)} /> {ok ? say.conductOk : say.conductBad}</label>
                    ))}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
