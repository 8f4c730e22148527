import { useState } from 'react';
import { groupBy } from '../../../core/facts/campus-rows.ts';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { CheckboxField } from '../../components/Field/CheckboxField.tsx';
import { DateField } from '../../components/Field/DateField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { internshipWords } from '../../words/internships.ts';
import { TeamForm } from '../teams/TeamForm.tsx';
import { useCandidates } from './queries.ts';
import type { Post } from './queries.ts';

/** Places a class, or some of it, on a post. */
export function PlaceDialog({ post, onClose, onDone }: { post: Post; onClose: () => void; onDone: (many: number) => Promise<void> }) {
  const say = useWords(internshipWords);
  const query = useCandidates(post.post_id);
  const [days, setDays] = useState<{ readonly from: PlainDate | null; readonly to: PlainDate | null }>({ from: post.from as PlainDate, to: post.to as PlainDate });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const problems = () => [
    ...(days.from === null || days.to === null ? [{ field: 'place-from', message: say.giveDays }] : []),
    ...(chosen.size === 0 ? [{ field: 'place-students', message: say.giveStudents }] : []),
  ];
  const act = async () => {
    const { placed } = await ask(client.api.internships.$post({ json: { post_id: post.post_id, from: String(days.from), to: String(days.to), students: [...chosen] } }, onceOnly()));
    await onDone(placed.length);
  };
  return (
    <TeamForm title={say.placeTitle(`${post.firm} ${post.title}`)} act={say.placeNow(chosen.size)} problems={problems} onAct={act} onClose={onClose}>
      {(wrong) => (
        <>
          <DateField id="place-from" label={say.from} value={days.from} onChange={(from) => setDays((now) => ({ ...now, from }))} error={wrong('place-from')} />
          <DateField id="place-to" label={say.to} value={days.to} onChange={(to) => setDays((now) => ({ ...now, to }))} />
          <Answer query={query}>
            {({ students, free }) => (
              <div id="place-students" className="field-stack">
                <p>{say.free(free)}</p>
                {wrong('place-students') !== undefined && <p className="field-error"><span aria-hidden="true">▲ </span>{wrong('place-students')}</p>}
                {students.length === 0 && <EmptyState title={say.noCandidates}>{say.noCandidatesHelp}</EmptyState>}
                {[...groupBy(students, ({ class_id }) => class_id ?? '')].map(([klass, own]) => {
                  const open = own.filter(({ busy }) => !busy).map(({ student_id }) => student_id);
                  return (
                    <fieldset key={klass} className="choice-list">
                      <legend>{say.placeClass(klass === '' ? say.noClass : klass, own.length)}</legend>
                      {open.length > 1 && <Button onClick={() => setChosen((now) => new Set([...now, ...open]))}>{say.wholeClass(klass === '' ? say.noClass : klass)}</Button>}
                      {own.map(({ student_id, name, busy }) => (busy
                        ? <p key={student_id} className="small">{name} {student_id}：{say.busy}</p>
                        : <CheckboxField key={student_id} label={`${name} ${student_id}`} checked={chosen.has(student_id)} onChange={(is) => setChosen((now) => new Set(is ? [...now, student_id] : [...now].filter((one) => one !== student_id)))} />))}
                    </fieldset>
                  );
                })}
              </div>
            )}
          </Answer>
        </>
      )}
    </TeamForm>
  );
}
