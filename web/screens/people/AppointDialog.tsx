import { useState } from 'react';
import type { FormEvent } from 'react';
import { isRole, ROLE_NAMES, ROLES } from '../../../core/access/roles.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { Dialog } from '../../components/Dialog/Dialog.tsx';
import { ErrorSummary } from '../../components/ErrorSummary/ErrorSummary.tsx';
import type { FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import { DateField } from '../../components/Field/DateField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useRegion } from '../../shell/region.ts';
import { componentWords } from '../../words/components.ts';
import { dataWords } from '../../words/data.ts';
import { peopleWords } from '../../words/people.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { appointingProblems, isAtOrganisation, narrowedBy, organisationsFor } from './appointing.ts';
import type { AppointingDraft } from './appointing.ts';
import { Choices } from './Choices.tsx';
import { usePlaces } from './queries.ts';
import type { Person, Places } from './queries.ts';

interface AppointDialogProps {
  readonly person: Person;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

/** Gives a person a role: which, where, for which campuses or classes, from when to when. */
export function AppointDialog({ person, onClose, onDone }: AppointDialogProps) {
  const say = useWords(peopleWords);
  const data = useWords(dataWords);
  const places = usePlaces();
  return (
    <Dialog title={say.appointTitle(person.name)} open onClose={onClose} place="side">
      {places.isPending && <p role="status">{data.loading}</p>}
      {places.isError && <RefusalNotice title={data.notLoaded} error={places.error} actions={<Button onClick={() => void places.refetch()}>{data.again}</Button>} />}
      {places.data !== undefined && <AppointForm person={person} places={places.data} onClose={onClose} onDone={onDone} />}
    </Dialog>
  );
}

function AppointForm({ person, places, onClose, onDone }: AppointDialogProps & { readonly places: Places }) {
  const say = useWords(peopleWords);
  const { cancel } = useWords(componentWords);
  const { data: region } = useRegion();
  const [draft, setDraft] = useState<AppointingDraft>({ role: null, org_id: '', campuses: [], classes: [], staff_no: '', from: region?.today ?? null, to: null });
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const found = appointingProblems(draft, say);
    setProblems(found);
    setFault(null);
    if (found.length > 0) return;
    setBusy(true);
    try {
      await appoint(person.person_id, draft);
      await onDone();
    } catch (error) {
      setFault(error);
      setBusy(false);
    }
  };
  const wrong = (field: string) => problems.find((problem) => problem.field === field)?.message;
  return (
    <form className="field-stack" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problems={problems} />
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      <Place draft={draft} places={places} wrong={wrong} onChange={(part) => setDraft((now) => ({ ...now, ...part }))} />
      <DateField id="appoint-from" label={say.from} value={draft.from} onChange={(from) => setDraft((now) => ({ ...now, from }))} error={wrong('appoint-from')} />
      <DateField id="appoint-to" label={say.to} help={say.toHelp} optional value={draft.to} onChange={(to) => setDraft((now) => ({ ...now, to }))} error={wrong('appoint-to')} />
      <div className="button-row">
        <Button kind="primary" type="submit" aria-disabled={busy}>{busy ? say.working : say.appoint}</Button>
        <Button onClick={onClose}>{cancel}</Button>
      </div>
    </form>
  );
}

async function appoint(person_id: string, { role, org_id, campuses, classes, staff_no, from, to }: AppointingDraft): Promise<void> {
  if (role === null || from === null) return;
  const json = {
    role, from, ...(to !== null && { to }), ...(org_id !== '' && { org_id }), campuses: [...campuses], classes: [...classes],
    ...(staff_no.trim() !== '' && { staff_no: staff_no.trim() }),
  };
  await ask(client.api.people[':person_id'].appointments.$post({ param: { person_id }, json }, onceOnly()));
}

interface PlaceProps {
  readonly draft: AppointingDraft;
  readonly places: Places;
  readonly wrong: (field: string) => string | undefined;
  readonly onChange: (part: Partial<AppointingDraft>) => void;
}

/** The role and where it is held; another role or institution begins the choice below it anew. */
function Place({ draft, places, wrong, onChange }: PlaceProps) {
  const say = useWords(peopleWords);
  const { language } = useSettings().settings;
  const { role, org_id } = draft;
  const narrowed = narrowedBy(role);
  const organisations = organisationsFor(role, places);
  const campuses = places.campuses.filter((one) => [one.school_id, one.college_id].includes(org_id));
  const own = new Set(campuses.map(({ campus_id }) => campus_id));
  const classes = places.classes.filter((one) => one.school_id === org_id || (one.campus_id !== null && own.has(one.campus_id)));
  const roles = ROLE_NAMES.filter((name) => ROLES[name].at !== 'person').map((name) => ({ value: name, label: ROLES[name].name[language] }));
  return (
    <>
      <SelectField
        id="appoint-role" label={say.role} value={role ?? ''} options={roles} error={wrong('appoint-role')}
        onChange={(next) => onChange({ role: isRole(next) ? next : null, org_id: '', campuses: [], classes: [], staff_no: '' })}
      />
      {isAtOrganisation(role) && (
        <SelectField
          id="appoint-org" label={say.organisation} value={org_id} error={wrong('appoint-org')} {...(organisations.length === 0 && { help: say.noPlaces })}
          options={organisations.map((one) => ({ value: one.org_id, label: one.name }))} onChange={(next) => onChange({ org_id: next, campuses: [], classes: [] })}
        />
      )}
      {narrowed === 'campuses' && org_id !== '' && (
        <Choices
          id="appoint-campuses" label={say.campuses} chosen={draft.campuses} error={wrong('appoint-campuses')}
          options={campuses.map(({ campus_id, name }) => ({ value: campus_id, label: `${name} ${campus_id}` }))} onChange={(next) => onChange({ campuses: next })}
        />
      )}
      {narrowed === 'classes' && org_id !== '' && (
        <Choices
          id="appoint-classes" label={say.classes} chosen={draft.classes} error={wrong('appoint-classes')}
          options={classes.map(({ class_id }) => ({ value: class_id, label: class_id }))} onChange={(next) => onChange({ classes: next })}
        />
      )}
      {narrowed === 'staff_no' && org_id !== '' && (
        <TextField id="appoint-staff" label={say.staffNo} help={say.staffNoHelp} value={draft.staff_no} onChange={(next) => onChange({ staff_no: next })} error={wrong('appoint-staff')} autoComplete="off" />
      )}
    </>
  );
}
