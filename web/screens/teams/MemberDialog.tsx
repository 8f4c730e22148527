import { useState } from 'react';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { DateField } from '../../components/Field/DateField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { teamWords } from '../../words/teams.ts';
import type { TeamAnswer, TeamFunction } from './queries.ts';
import { TeamForm } from './TeamForm.tsx';

interface MemberDialogProps {
  readonly team: TeamAnswer;
  readonly as: TeamFunction;
  readonly onClose: () => void;
  readonly onDone: (said: string) => Promise<void>;
}

/** Puts somebody forward for the team: who, from which school, in which post, by which document. */
export function MemberDialog({ team, as, onClose, onDone }: MemberDialogProps) {
  const say = useWords(teamWords);
  const [draft, setDraft] = useState({ name: '', staff_no: '', employer_id: '', main_post: '', document: '' });
  const [on, setOn] = useState<PlainDate | null>(null);
  const [term, setTerm] = useState<PlainDate | null>(null);
  const seat = as === 'head' || as === 'member';
  const change = (part: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...part }));
  const act = async () => {
    const [name, staff_no, document] = [draft.name.trim(), draft.staff_no.trim(), draft.document.trim()];
    const json = {
      function: as, name, employer_id: draft.employer_id, main_post: draft.main_post.trim(), on: String(on),
      ...(staff_no !== '' && { staff_no }), ...(document !== '' && { document }), ...(seat && term !== null && { term_to: term }),
    };
    await ask(client.api.teams[':team_id'].members.$post({ param: { team_id: team.team_id }, json }, onceOnly()));
    await onDone(say.done(name, say[`put_${as}`]));
  };
  const problems = () => [
    ...(draft.name.trim() === '' ? [{ field: 'member-name', message: say.giveName }] : []),
    ...(draft.employer_id === '' ? [{ field: 'member-employer', message: say.giveEmployer }] : []),
    ...(on === null ? [{ field: 'member-on', message: say.giveOn }] : []),
  ];
  const schools = [{ value: team.college_id, label: team.college }, { value: team.school_id, label: team.school }];
  return (
    <TeamForm title={say[`put_${as}`]} act={say.submit} problems={problems} onAct={act} onClose={onClose}>
      {(wrong) => (
        <>
          <TextField id="member-name" label={say.name} value={draft.name} onChange={(name) => change({ name })} error={wrong('member-name')} autoComplete="off" />
          <SelectField id="member-employer" label={say.employer} value={draft.employer_id} options={schools} onChange={(employer_id) => change({ employer_id })} error={wrong('member-employer')} />
          <TextField id="member-post" label={say.mainPost} help={as === 'leader' ? say.mainPostHelp : undefined} optional={as !== 'leader'} value={draft.main_post} onChange={(main_post) => change({ main_post })} autoComplete="off" />
          <TextField id="member-staff" label={say.staffNo} help={say.staffNoHelp} optional value={draft.staff_no} onChange={(staff_no) => change({ staff_no })} autoComplete="off" />
          <DateField id="member-on" label={say.on} help={say.onHelp} value={on} onChange={setOn} error={wrong('member-on')} />
          <TextField id="member-document" label={say.document} optional value={draft.document} onChange={(document) => change({ document })} autoComplete="off" />
          {seat && <DateField id="member-term" label={say.term} help={say.termHelp} optional value={term} onChange={setTerm} />}
        </>
      )}
    </TeamForm>
  );
}
