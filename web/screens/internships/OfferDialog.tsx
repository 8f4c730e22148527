import { useState } from 'react';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { CheckboxField } from '../../components/Field/CheckboxField.tsx';
import { DateField } from '../../components/Field/DateField.tsx';
import { NumberField } from '../../components/Field/NumberField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { internshipWords } from '../../words/internships.ts';
import { TeamForm } from '../teams/TeamForm.tsx';
import type { Pool } from './queries.ts';

/** A post of one's own firm, or of a firm that one speaks for. */
export function OfferDialog({ pool: { firms, programmes }, onClose, onDone }: { pool: Pool; onClose: () => void; onDone: () => Promise<void> }) {
  const say = useWords(internshipWords);
  const [firm, setFirm] = useState(firms.length === 1 ? firms[0]?.org_id ?? '' : '');
  const [given, setGiven] = useState({ title: '', seats: '', place: '', wage: '', contact: '' });
  const [days, setDays] = useState<{ readonly from: PlainDate | null; readonly to: PlainDate | null }>({ from: null, to: null });
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const change = (part: Partial<typeof given>) => setGiven((now) => ({ ...now, ...part }));
  const { title, seats, place, wage, contact } = given;
  const problems = () => [
    ...(firm === '' ? [{ field: 'post-firm', message: say.giveFirm }] : []), ...(title.trim() === '' ? [{ field: 'post-title', message: say.givePost }] : []),
    ...(!/^[1-9]\d*$/.test(seats) ? [{ field: 'post-seats', message: say.giveSeats }] : []), ...(place.trim() === '' ? [{ field: 'post-place', message: say.givePlace }] : []),
    ...(contact.trim() === '' ? [{ field: 'post-contact', message: say.giveContact }] : []), ...(days.from === null || days.to === null ? [{ field: 'post-from', message: say.giveDays }] : []),
    ...(open.size === 0 ? [{ field: 'post-programme-0', message: say.giveProgramme }] : []),
  ];
  const act = async () => {
    await ask(client.api['internship-posts'].$post({ json: {
      employer_id: firm, title: title.trim(), seats: Number(seats), programmes: [...open], place: place.trim(), wage_yuan: wage === '' ? null : wage, safety_contact: contact.trim(), from: String(days.from), to: String(days.to),
    } }, onceOnly()));
    await onDone();
  };
  return (
    <TeamForm title={say.offerTitle} act={say.offer} problems={problems} onAct={act} onClose={onClose}>
      {(wrong) => (
        <>
          <SelectField id="post-firm" label={say.party_firm} value={firm} onChange={setFirm} options={firms.map(({ org_id, name }) => ({ value: org_id, label: name }))} error={wrong('post-firm')} />
          <TextField id="post-title" label={say.post} value={title} onChange={(text) => change({ title: text })} error={wrong('post-title')} />
          <NumberField id="post-seats" label={say.seats} value={seats} onChange={(text) => change({ seats: text })} error={wrong('post-seats')} />
          <TextField id="post-place" label={say.place} value={place} onChange={(text) => change({ place: text })} error={wrong('post-place')} />
          <NumberField id="post-wage" label={say.wage} unit={say.yuan} help={say.wageHelp} optional value={wage} onChange={(text) => change({ wage: text })} />
          <TextField id="post-contact" label={say.contact} help={say.contactHelp} value={contact} onChange={(text) => change({ contact: text })} error={wrong('post-contact')} />
          <DateField id="post-from" label={say.from} value={days.from} onChange={(from) => setDays((now) => ({ ...now, from }))} error={wrong('post-from')} />
          <DateField id="post-to" label={say.to} value={days.to} onChange={(to) => setDays((now) => ({ ...now, to }))} />
          <fieldset className="choice-list">
            <legend>{say.programmes}</legend>
            {wrong('post-programme-0') !== undefined && <p className="field-error"><span aria-hidden="true">▲ </span>{wrong('post-programme-0')}</p>}
            {programmes.map(({ programme_id, name }, at) => (
              <CheckboxField key={programme_id} id={`post-programme-${at}`} label={`${name}（${programme_id}）`} checked={open.has(programme_id)} onChange={(is) => setOpen((now) => new Set(is ? [...now, programme_id] : [...now].filter((one) => one !== programme_id)))} />
            ))}
          </fieldset>
        </>
      )}
    </TeamForm>
  );
}
