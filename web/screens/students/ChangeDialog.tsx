import { useState } from 'react';
import { GROUNDS } from '../../../core/students/change-draft.ts';
import { EVIDENCE } from '../../../core/students/evidence-words.ts';
import type { Evidence } from '../../../core/students/roll-changes.ts';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { DateField } from '../../components/Field/DateField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { FileDrop } from '../../components/FileDrop/FileDrop.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { studentWords } from '../../words/students.ts';
import { sendForm } from '../data/import/send-files.ts';
import { TeamForm } from '../teams/TeamForm.tsx';
import type { NextChange, StudentRoll } from './queries.ts';

interface ChangeDialogProps {
  readonly student: StudentRoll;
  readonly change: NextChange;
  readonly onClose: () => void;
  readonly onDone: (said: string) => Promise<void>;
}

const ACCEPTED = ['.pdf', '.png', '.jpg', '.jpeg', '.docx', '.ofd'];

/** Asks what this change needs: its day, its reason and its papers; where it takes an approval it goes to the head. */
export function ChangeDialog({ student, change, onClose, onDone }: ChangeDialogProps) {
  const say = useWords(studentWords);
  const { language } = useSettings().settings;
  const [on, setOn] = useState<PlainDate | null>(null);
  const [draft, setDraft] = useState({ reason: '', ground: 'other' as (typeof GROUNDS)[number], programme_id: '', class_id: '' });
  const [files, setFiles] = useState<Partial<Record<Evidence, File>>>({});
  const { name, evidence, takes, approval, label } = change;
  const set = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }));
  const act = async () => {
    const papers = [];
    for (const paper of evidence) papers.push({ paper, attachment_id: await hang(student.student_id, paper, files[paper] as File) });
    const asked = {
      name, on: String(on), reason: draft.reason.trim(), ground: draft.ground, papers, row: student.row,
      ...(takes === 'programme_id' && { programme_id: draft.programme_id }), ...(takes === 'class_id' && { class_id: draft.class_id.trim() }),
    };
    const { student_id } = student;
    if (approval) await ask(client.api.matters.$post({ json: { kind: 'roll_change', subject: student_id, details: { change: asked } } }, onceOnly()));
    else await ask(client.api.roll[':student_id'].changes.$post({ param: { student_id }, json: asked }, onceOnly()));
    await onDone(approval ? say.proposed(label[language]) : say.entered(label[language]));
  };
  const lacks = (field: string, missing: boolean, message: string) => (missing ? [{ field, message }] : []);
  const problems = () => [
    ...lacks('change-on', on === null, say.giveOn), ...lacks('change-reason', draft.reason.trim() === '', say.giveReason),
    ...lacks('change-programme', takes === 'programme_id' && draft.programme_id === '', say.giveProgramme), ...lacks('change-class', takes === 'class_id' && draft.class_id.trim() === '', say.giveClass),
    ...evidence.flatMap((paper) => lacks(`paper-${paper}`, files[paper] === undefined, say.givePaper(EVIDENCE[paper][language]))),
  ];
  return (
    <TeamForm title={`${label[language]} · ${student.name}`} act={approval ? say.propose : say.enter} problems={problems} onAct={act} onClose={onClose}>
      {(wrong) => (
        <>
          <DateField id="change-on" label={say.on} value={on} onChange={setOn} error={wrong('change-on')} />
          <TextField id="change-reason" label={say.reason} value={draft.reason} onChange={(reason) => set({ reason })} error={wrong('change-reason')} autoComplete="off" />
          <SelectField id="change-ground" label={say.ground} value={draft.ground} onChange={(ground) => set({ ground: GROUNDS.find((one) => one === ground) ?? 'other' })} options={GROUNDS.map((value) => ({ value, label: say[value] }))} />
          {takes === 'programme_id' && <SelectField id="change-programme" label={say.toProgramme} value={draft.programme_id} onChange={(programme_id) => set({ programme_id })} options={student.programmes.map(({ programme_id, name: of }) => ({ value: programme_id, label: of }))} error={wrong('change-programme')} />}
          {takes === 'class_id' && <TextField id="change-class" label={say.toClass} value={draft.class_id} onChange={(class_id) => set({ class_id })} error={wrong('change-class')} autoComplete="off" />}
          {evidence.map((paper) => (
            <div key={paper} id={`paper-${paper}`} tabIndex={-1}>
              {wrong(`paper-${paper}`) !== undefined && <p className="field-error">{wrong(`paper-${paper}`)}</p>}
              <FileDrop label={say.choosePaper(EVIDENCE[paper][language])} help={say.paperHelp} accept={ACCEPTED} files={files[paper] === undefined ? [] : [files[paper]]} onChange={([file]) => setFiles((now) => ({ ...now, ...(file !== undefined && { [paper]: file }) }))} />
            </div>
          ))}
        </>
      )}
    </TeamForm>
  );
}

/** Hangs a paper at the student; answers its number. */
async function hang(student_id: string, paper: Evidence, file: File): Promise<string> {
  const form = new FormData();
  form.append('file', file, file.name);
  form.append('about', `students/${student_id}`);
  form.append('purpose', EVIDENCE[paper].zh);
  const { attachment_id } = await sendForm<{ readonly attachment_id: string }>('/api/files', form, () => undefined, new AbortController().signal);
  return attachment_id;
}
