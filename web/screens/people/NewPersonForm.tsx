import { useState } from 'react';
import type { FormEvent } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import type { AnswerOf } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { ErrorSummary } from '../../components/ErrorSummary/ErrorSummary.tsx';
import type { FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { newPersonWords } from '../../words/new-person.ts';
import { peopleWords } from '../../words/people.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { PERSON_KINDS } from './queries.ts';
import type { PersonKind } from './queries.ts';

export type MadePerson = AnswerOf<Awaited<ReturnType<typeof client.api.people.$post>>>;

type Part = 'name' | 'account' | 'student_id' | 'relation';

/** What each kind of person is made of. */
const PARTS: Readonly<Record<PersonKind, readonly Part[]>> = {
  staff: ['name', 'account'], student: ['student_id'], guardian: ['name', 'student_id', 'relation'],
};

interface NewPersonFormProps {
  /** Kinds that the actor makes; the first is chosen at first. */
  readonly kinds: readonly PersonKind[];
  readonly onDone: (made: MadePerson) => Promise<void>;
}

export function NewPersonForm({ kinds, onDone }: NewPersonFormProps) {
  const say = useWords(peopleWords);
  const word = useWords(newPersonWords);
  const [kind, setKind] = useState<PersonKind>(kinds[0] ?? 'student');
  const [texts, setTexts] = useState<Readonly<Record<Part, string>>>({ name: '', account: '', student_id: '', relation: '' });
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const missing = { name: word.giveName, account: word.giveAccount, student_id: say.giveStudent, relation: say.giveRelation };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const found = PARTS[kind].filter((part) => texts[part].trim() === '').map((part) => ({ field: `new-${part}`, message: missing[part] }));
    setProblems(found);
    setFault(null);
    if (found.length > 0) return;
    setBusy(true);
    try {
      await onDone(await ask(client.api.people.$post({ json: requestOf(kind, texts) }, onceOnly())));
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  const labels = { name: say.name, account: say.account, student_id: say.studentId, relation: say.relation };
  const helps = { name: undefined, account: word.accountHelp, student_id: kind === 'student' ? word.studentHelp : undefined, relation: say.relationHelp };
  return (
    <form className="field-stack" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problems={problems} />
      {fault !== null && <RefusalNotice title={word.createFailed} error={fault} />}
      <SelectField
        label={say.kind} value={kind} options={kinds.map((one) => ({ value: one, label: say[one] }))}
        onChange={(next) => setKind(PERSON_KINDS.find((one) => one === next) ?? kind)}
      />
      {PARTS[kind].map((part) => (
        <TextField
          key={part} id={`new-${part}`} label={labels[part]} help={helps[part]} value={texts[part]} autoComplete="off"
          onChange={(text) => setTexts((now) => ({ ...now, [part]: text }))} error={problems.find(({ field }) => field === `new-${part}`)?.message}
        />
      ))}
      <div className="button-row">
        <Button kind="primary" type="submit" aria-disabled={busy}>{busy ? say.working : word.create}</Button>
      </div>
    </form>
  );
}

function requestOf(kind: PersonKind, texts: Readonly<Record<Part, string>>) {
  const { name, account, student_id, relation } = { name: texts.name.trim(), account: texts.account.trim(), student_id: texts.student_id.trim(), relation: texts.relation.trim() };
  switch (kind) {
    case 'staff': return { kind, name, account };
    case 'student': return { kind, student_id };
    case 'guardian': return { kind, name, student_id, relation };
  }
}
