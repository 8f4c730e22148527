import { useState } from 'react';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { DateField } from '../../components/Field/DateField.tsx';
import { FileField } from '../../components/Field/FileField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { internshipWords } from '../../words/internships.ts';
import { sendForm } from '../data/import/send-files.ts';
import { TeamForm } from '../teams/TeamForm.tsx';
import type { Intern } from './queries.ts';

interface PaperAssessmentDialogProps {
  readonly internship: Pick<Intern, 'placement_id' | 'student' | 'firm'>;
  readonly today: string;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

/** R3-d: what a firm without an account found on paper, with the page. */
export function PaperAssessmentDialog({ internship: { placement_id, student, firm }, today, onClose, onDone }: PaperAssessmentDialogProps) {
  const say = useWords(internshipWords);
  const [file, setFile] = useState<File | null>(null);
  const [on, setOn] = useState<PlainDate | null>(today as PlainDate);
  const [given, setGiven] = useState({ passed: '', assessed_by: '', note: '' });
  const change = (part: Partial<typeof given>) => setGiven((now) => ({ ...now, ...part }));
  const problems = () => [
    ...(file === null ? [{ field: 'assessment-scan', message: say.giveScan }] : []), ...(on === null ? [{ field: 'assessment-on', message: say.giveOn }] : []),
    ...(given.passed === '' ? [{ field: 'assessment-result', message: say.giveResult }] : []), ...(given.assessed_by.trim() === '' ? [{ field: 'assessment-by', message: say.giveAssessedBy }] : []),
  ];
  const act = async () => {
    const form = new FormData();
    if (file !== null) form.append('file', file, file.name);
    for (const [name, value] of Object.entries({ ...given, on: String(on) })) form.append(name, value);
    await sendForm(`/api/internships/${placement_id}/paper-assessment`, form, () => undefined, new AbortController().signal);
    await onDone();
  };
  return (
    <TeamForm title={`${say.forFirm}：${student}`} act={say.forFirm} problems={problems} onAct={act} onClose={onClose}>
      {(wrong) => (
        <>
          <p>{firm}。{say.forFirmLead}</p>
          <FileField id="assessment-scan" label={say.scan} file={file} onChange={setFile} error={wrong('assessment-scan')} />
          <TextField id="assessment-by" label={say.assessedBy} help={say.assessedByHelp} value={given.assessed_by} onChange={(assessed_by) => change({ assessed_by })} error={wrong('assessment-by')} />
          <DateField id="assessment-on" label={say.on} value={on} onChange={setOn} error={wrong('assessment-on')} />
          <SelectField id="assessment-result" label={say.result} value={given.passed} onChange={(passed) => change({ passed })} options={[{ value: 'yes', label: say.pass }, { value: 'no', label: say.fail }]} error={wrong('assessment-result')} />
          <TextField id="assessment-note" label={say.note} optional value={given.note} onChange={(note) => change({ note })} />
        </>
      )}
    </TeamForm>
  );
}
