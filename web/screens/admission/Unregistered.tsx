import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { date, type PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { CheckboxField } from '../../components/Field/CheckboxField.tsx';
import { DateField } from '../../components/Field/DateField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { FileDrop } from '../../components/FileDrop/FileDrop.tsx';
import { useLongList } from '../../components/LongList/useLongList.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { useSession } from '../../shell/session.ts';
import { admissionWords } from '../../words/admission.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { ADMISSION } from './queries.ts';
import type { SeasonAnswer } from './queries.ts';

type Student = SeasonAnswer['unregistered'][number];
/** So many are told at most. */
const MOST_TOLD = 5000;

/** Those who are missing; whoever keeps their stage marks them, all at once or by a list from the system. */
export function Unregistered({ answer, onSaid }: { answer: SeasonAnswer; onSaid: (said: string | null) => void }) {
  const say = useWords(admissionWords);
  const { roles } = useSession();
  const mine = (one: Student): boolean => roles.some(({ role, org_id }) => (one.stage === 'secondary' ? role === 'school_registrar' && org_id === one.school_id : role === 'college_roll'));
  const markable = answer.unregistered.filter(mine);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  return (
    <>
      {markable.length > 0 && <Marking answer={answer} markable={markable} chosen={chosen} onChoose={setChosen} onSaid={onSaid} />}
      {answer.unregistered.length >= MOST_TOLD && <p className="small">{say.onlyFirst}</p>}
      <StudentTable students={answer.unregistered} mine={mine} chosen={chosen} onChoose={setChosen} />
    </>
  );
}

interface MarkingProps {
  readonly answer: SeasonAnswer;
  readonly markable: readonly Student[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  /** What was done is said by the page: this form is gone once nobody is left. */
  readonly onSaid: (said: string | null) => void;
}

function Marking({ answer, markable, chosen, onChoose, onSaid }: MarkingProps) {
  const say = useWords(admissionWords);
  const queries = useQueryClient();
  const [on, setOn] = useState<PlainDate | null>(date(answer.on));
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const work = async (act: () => Promise<string>) => {
    if (busy) return;
    setBusy(true);
    setFault(null);
    onSaid(null);
    try {
      onSaid(await act());
    } catch (error) {
      setFault(error);
    } finally {
      setBusy(false);
    }
  };
  const mark = (state: 'registered' | 'returned') => void work(async () => {
    const json = { year: answer.year, season: answer.season, students: [...chosen], state, on: String(on), ...(state === 'returned' && { reason: reason.trim() }) };
    const { marked } = await ask(client.api['e-registrations'].$post({ json }, onceOnly()));
    onChoose(new Set());
    await queries.invalidateQueries({ queryKey: [ADMISSION] });
    return say.marked(marked);
  });
  const read = (file: File) => void work(async () => {
    const { students } = await ask(client.api['e-registrations'].list.$post({ form: { files: file } }));
    const names = new Map(markable.map(({ student_id, name }) => [student_id, name]));
    const known = students.filter(({ student_id }) => names.has(student_id));
    const matched = known.filter(({ student_id, name }) => names.get(student_id) === name);
    onChoose(new Set(matched.map(({ student_id }) => student_id)));
    const wrong = known.length - matched.length;
    return `${say.listRead(students.length, matched.length)}${wrong > 0 ? say.wrongNames(wrong) : ''}`;
  });
  return (
    <div className="admission-acts no-print">
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      <FileDrop label={say.listFile} help={say.listFileHelp} accept={['.xlsx', '.csv']} files={[]} onChange={([file]) => file !== undefined && read(file)} />
      <div className="directory-filters">
        <DateField id="marked-on" label={say.markOn} value={on} onChange={setOn} />
        <TextField id="returned-why" label={say.returnReason} value={reason} onChange={setReason} autoComplete="off" />
      </div>
      <CheckboxField label={`${say.chooseAll}（${say.chosen(chosen.size)}）`} checked={chosen.size === markable.length} onChange={(all) => onChoose(new Set(all ? markable.map(({ student_id }) => student_id) : []))} />
      <div className="button-row">
        <Button kind="primary" disabled={chosen.size === 0 || on === null} aria-disabled={busy} onClick={() => mark('registered')}>{say.markChosen(chosen.size)}</Button>
        <Button disabled={chosen.size === 0 || on === null || reason.trim() === ''} aria-disabled={busy} onClick={() => mark('returned')}>{say.markReturned(chosen.size)}</Button>
      </div>
    </div>
  );
}

interface StudentTableProps {
  readonly students: readonly Student[];
  readonly mine: (one: Student) => boolean;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

function StudentTable({ students, mine, chosen, onChoose }: StudentTableProps) {
  const say = useWords(admissionWords);
  const choose = (id: string, marked: boolean) => {
    const next = new Set(chosen);
    if (marked) next.add(id);
    else next.delete(id);
    onChoose(next);
  };
  const [shown, more] = useLongList(students);
  const acts = students.some(mine);
  const heads = [...(acts ? [say.came] : []), say.name, say.student, say.stage, say.class, say.state];
  return (
    <>
      <div className="wide-table">
        <table className="ledger ledger-cards">
          <caption className="hidden-text">{say.unregistered}</caption>
          <thead><tr>{heads.map((head, at) => <th key={head} scope="col">{acts && at === 0 ? <span className="hidden-text">{say.registered}</span> : head}</th>)}</tr></thead>
          <tbody>
            {shown.map((one) => (
              <tr key={one.student_id}>
                {acts && <td>{mine(one) && <input type="checkbox" className="choice-box" aria-label={`${one.name} ${one.student_id}`} checked={chosen.has(one.student_id)} onChange={(event) => choose(one.student_id, event.currentTarget.checked)} />}</td>}
                <th scope="row">{one.name}</th><td data-label={say.student}>{one.student_id}</td><td data-label={say.stage}>{say[one.stage]}</td><td data-label={say.class}>{one.class_id ?? ''}</td>
                <td data-label={say.state}>{one.state === 'returned' ? `${say.returned}：${one.reason ?? ''}` : say.notRegistered}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more}
    </>
  );
}
