import { useState } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Button } from '../../components/Button/Button.tsx';
import { Dialog } from '../../components/Dialog/Dialog.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { componentWords } from '../../words/components.ts';
import { teachingWords } from '../../words/teaching.ts';
import type { Offering } from './queries.ts';
import type { Doing } from './useDoing.ts';

const HOURS = /^\d{1,4}$/;

/** Who teaches a course and how many hours were taught, for whoever says so. */
export function OfferingActs({ whole, doing }: { whole: Offering; doing: Doing }) {
  const say = useWords(teachingWords);
  const { offering: { offering_id, version, staff_no, taught_hours }, may, staff } = whole;
  const [teacher, setTeacher] = useState(staff_no ?? '');
  const [hours, setHours] = useState(taught_hours === null ? '' : String(taught_hours));
  const [tried, setTried] = useState(false);
  const step = (json: { readonly act: 'assign' | 'hours'; readonly staff_no?: string; readonly taught_hours?: number }, done: string) =>
    doing.run(() => ask(client.api.offerings[':offering_id'].steps.$post({ param: { offering_id }, json: { ...json, version } }, onceOnly())), () => done);
  const wrong = !HOURS.test(hours.trim());
  return (
    <div className="offering-acts no-print">
      {may.includes('assign') && (
        <form noValidate onSubmit={(event) => { event.preventDefault(); if (teacher !== '') void step({ act: 'assign', staff_no: teacher }, say.assigned); }}>
          <SelectField id="offering-teacher" label={say.teacher} value={teacher} onChange={setTeacher} options={staff.map((one) => ({ value: one.staff_no, label: `${one.name} ${one.staff_no}` }))} />
          <Button type="submit" aria-disabled={doing.busy}>{say.assign}</Button>
        </form>
      )}
      {may.includes('hours') && (
        <form noValidate onSubmit={(event) => { event.preventDefault(); setTried(true); if (!wrong) void step({ act: 'hours', taught_hours: Number(hours) }, say.hoursSaved); }}>
          <TextField id="offering-hours" label={say.taughtHours} help={say.hoursHelp} value={hours} onChange={setHours} error={tried && wrong ? say.giveHours : undefined} inputMode="numeric" autoComplete="off" />
          <Button type="submit" aria-disabled={doing.busy}>{say.recordHours}</Button>
        </form>
      )}
    </div>
  );
}

/** To release what was handed in, or to hand it back. */
export function ReleaseActs({ whole, doing }: { whole: Offering; doing: Doing }) {
  const say = useWords(teachingWords);
  const { offering: { offering_id, version }, may } = whole;
  const [returning, setReturning] = useState(false);
  const step = (json: { readonly act: 'release' | 'return'; readonly reason?: string }, done: string) =>
    doing.run(() => ask(client.api.offerings[':offering_id'].steps.$post({ param: { offering_id }, json: { ...json, version } }, onceOnly())), () => done);
  if (!may.includes('release') && !may.includes('return')) return null;
  return (
    <div className="button-row no-print">
      {may.includes('release') && <Button kind="primary" aria-disabled={doing.busy} onClick={() => void step({ act: 'release' }, say.released)}>{say.release}</Button>}
      {may.includes('return') && <Button onClick={() => setReturning(true)}>{say.giveBack}</Button>}
      {returning && <ReasonDialog title={say.giveBack} onClose={() => setReturning(false)} onGiven={async (reason) => { if (await step({ act: 'return', reason }, say.returned)) setReturning(false); }} />}
    </div>
  );
}

export function ReasonDialog({ title, onClose, onGiven }: { title: string; onClose: () => void; onGiven: (reason: string) => Promise<void> }) {
  const say = useWords(teachingWords);
  const { cancel } = useWords(componentWords);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <Dialog title={title} open onClose={onClose}>
      <form className="field-stack" noValidate onSubmit={(event) => { event.preventDefault(); setTried(true); if (reason.trim() !== '') void onGiven(reason.trim()); }}>
        <TextField id="teaching-reason" label={say.reason} value={reason} onChange={setReason} error={tried && reason.trim() === '' ? say.giveReason : undefined} autoComplete="off" />
        <div className="button-row"><Button kind="primary" type="submit">{title}</Button><Button onClick={onClose}>{cancel}</Button></div>
      </form>
    </Dialog>
  );
}
