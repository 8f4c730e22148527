import { useState } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Field } from '../../components/Field/Field.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { benefitWords } from '../../words/benefits.ts';
import { formatDate } from '../../words/format.ts';
import { TeamForm } from '../teams/TeamForm.tsx';
import type { Session } from './queries.ts';

/** Enrols students by their ids, all of them or nobody. */
export function EnrolDialog({ session: { session_id, occupation, on, site, enrolled, seats }, onClose, onDone }: { session: Session; onClose: () => void; onDone: (many: number) => Promise<void> }) {
  const say = useWords(benefitWords);
  const { language } = useSettings().settings;
  const [text, setText] = useState('');
  const students = [...new Set(text.split(/[\s,，、;；]+/).filter((one) => one !== ''))];
  const act = async () => onDone((await ask(client.api.appraisals[':session_id'].enrolments.$post({ param: { session_id }, json: { students } }, onceOnly()))).enrolled);
  return (
    <TeamForm title={say.enrolTitle(occupation)} act={say.enrol} problems={() => (students.length === 0 ? [{ field: 'enrol-students', message: say.giveStudents }] : [])} onAct={act} onClose={onClose}>
      {(wrong) => (
        <>
          <p>{formatDate(on, language)}　{site}　{say.enrolledOf(enrolled, seats)}</p>
          <Field id="enrol-students" label={say.students} help={say.studentsHelp} error={wrong('enrol-students')}>
            {(control) => <textarea {...control} className="field-box" rows={8} value={text} onChange={(event) => setText(event.currentTarget.value)} />}
          </Field>
        </>
      )}
    </TeamForm>
  );
}
