import { useState } from 'react';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { CheckboxField } from '../../components/Field/CheckboxField.tsx';
import { DateField } from '../../components/Field/DateField.tsx';
import { NumberField } from '../../components/Field/NumberField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { benefitWords } from '../../words/benefits.ts';
import { TeamForm } from '../teams/TeamForm.tsx';
import { levelName } from './level.ts';
import type { Appraisals } from './queries.ts';

export function AnnounceDialog({ appraisals: { levels, programmes }, onClose, onDone }: { appraisals: Appraisals; onClose: () => void; onDone: () => Promise<void> }) {
  const say = useWords(benefitWords);
  const [given, setGiven] = useState({ occupation: '', level: '', site: '', seats: '' });
  const [on, setOn] = useState<PlainDate | null>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const change = (part: Partial<typeof given>) => setGiven((now) => ({ ...now, ...part }));
  const { occupation, level, site, seats } = given;
  const empty = (field: string, text: string, message: string) => (text.trim() === '' ? [{ field, message }] : []);
  const problems = () => [
    ...empty('session-occupation', occupation, say.giveOccupation), ...empty('session-level', level, say.giveLevel), ...empty('session-site', site, say.giveSite), ...(on === null ? [{ field: 'session-on', message: say.giveDay }] : []),
    ...(/^[1-9]\d*$/.test(seats) ? [] : [{ field: 'session-seats', message: say.giveSeats }]), ...(open.size === 0 ? [{ field: 'session-programme-0', message: say.giveProgramme }] : []),
  ];
  const act = async () => {
    await ask(client.api.appraisals.$post({ json: { occupation: occupation.trim(), level, site: site.trim(), on: String(on), seats: Number(seats), programmes: [...open] } }, onceOnly()));
    await onDone();
  };
  return (
    <TeamForm title={say.announce} act={say.announce} problems={problems} onAct={act} onClose={onClose}>
      {(wrong) => (
        <>
          <TextField id="session-occupation" label={say.occupation} value={occupation} onChange={(text) => change({ occupation: text })} error={wrong('session-occupation')} />
          <SelectField id="session-level" label={say.level} value={level} onChange={(text) => change({ level: text })} options={levels.map((value) => ({ value, label: levelName(value, say) }))} error={wrong('session-level')} />
          <TextField id="session-site" label={say.site} value={site} onChange={(text) => change({ site: text })} error={wrong('session-site')} />
          <DateField id="session-on" label={say.day} value={on} onChange={setOn} error={wrong('session-on')} />
          <NumberField id="session-seats" label={say.seats} value={seats} onChange={(text) => change({ seats: text })} error={wrong('session-seats')} />
          <fieldset className="choice-list">
            <legend>{say.forProgrammes}</legend>
            {wrong('session-programme-0') !== undefined && <p className="field-error"><span aria-hidden="true">▲ </span>{wrong('session-programme-0')}</p>}
            {programmes.map(({ programme_id, name }, at) => (
              <CheckboxField key={programme_id} id={`session-programme-${at}`} label={`${name}（${programme_id}）`} checked={open.has(programme_id)} onChange={(is) => setOpen((now) => new Set(is ? [...now, programme_id] : [...now].filter((one) => one !== programme_id)))} />
            ))}
          </fieldset>
        </>
      )}
    </TeamForm>
  );
}
