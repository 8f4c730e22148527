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
import type { Pool, Post } from './queries.ts';

interface OfferDialogProps {
  readonly pool: Pool;
  /** The post that is corrected; null for a new one. */
  readonly correcting: Post | null;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

/** A post of one's own firm, or of a firm that one speaks for; or another record in the place of one that was wrong. */
export function OfferDialog({ pool: { firms, programmes }, correcting, onClose, onDone }: OfferDialogProps) {
  const say = useWords(internshipWords);
  const [firm, setFirm] = useState(correcting?.employer_id ?? (firms.length === 1 ? firms[0]?.org_id ?? '' : ''));
  const [given, setGiven] = useState({ title: correcting?.title ?? '', seats: correcting === null ? '' : String(correcting.seats), place: correcting?.place ?? '', wage: correcting?.wage_yuan ?? '', contact: correcting?.safety_contact ?? '', why: '' });
  const [days, setDays] = useState<{ readonly from: PlainDate | null; readonly to: PlainDate | null }>({ from: (correcting?.from ?? null) as PlainDate | null, to: (correcting?.to ?? null) as PlainDate | null });
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(correcting?.programmes.map(({ programme_id }) => programme_id)));
  const change = (part: Partial<typeof given>) => setGiven((now) => ({ ...now, ...part }));
  const { title, seats, place, wage, contact, why } = given;
  const problems = () => [
    ...(firm === '' ? [{ field: 'post-firm', message: say.giveFirm }] : []), ...(title.trim() === '' ? [{ field: 'post-title', message: say.givePost }] : []),
    ...(!/^[1-9]\d*$/.test(seats) ? [{ field: 'post-seats', message: say.giveSeats }] : []), ...(place.trim() === '' ? [{ field: 'post-place', message: say.givePlace }] : []),
    ...(contact.trim() === '' ? [{ field: 'post-contact', message: say.giveContact }] : []), ...(days.from === null || days.to === null ? [{ field: 'post-from', message: say.giveDays }] : []),
    ...(correcting !== null && why.trim() === '' ? [{ field: 'post-why', message: say.giveWhy }] : []),
    ...(open.size === 0 ? [{ field: 'post-programme-0', message: say.giveProgramme }] : []),
  ];
  const act = async () => {
    const post = { title: title.trim(), seats: Number(seats), programmes: [...open], place: place.trim(), wage_yuan: wage === '' ? null : wage, safety_contact: contact.trim(), from: String(days.from), to: String(days.to) };
    if (correcting === null) await ask(client.api['internship-posts'].$post({ json: { employer_id: firm, ...post } }, onceOnly()));
    else await ask(client.api['internship-posts'][':post_id'].corrections.$post({ param: { post_id: correcting.post_id }, json: { ...post, why: why.trim() } }, onceOnly()));
    await onDone();
  };
  return (
    <TeamForm title={correcting === null ? say.offerTitle : say.correctTitle(correcting.title)} act={correcting === null ? say.offer : say.correct} problems={problems} onAct={act} onClose={onClose}>
      {(wrong) => (
        <>
          {correcting === null
            ? <SelectField id="post-firm" label={say.party_firm} value={firm} onChange={setFirm} options={firms.map(({ org_id, name }) => ({ value: org_id, label: name }))} error={wrong('post-firm')} />
            : <p>{correcting.firm}。{say.correctLead}</p>}
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
          {correcting !== null && <TextField id="post-why" label={say.why} value={why} onChange={(text) => change({ why: text })} error={wrong('post-why')} />}
        </>
      )}
    </TeamForm>
  );
}
