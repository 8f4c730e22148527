import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CHANNEL_LABELS, CHANNELS, LOG_LABELS, type Channel, type LogKind } from '../../../core/office/log.ts';
import { DEFAULT_PACK } from '../../../core/policy/packs.ts';
import { date, type PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { CheckboxField } from '../../components/Field/CheckboxField.tsx';
import { DateField } from '../../components/Field/DateField.tsx';
import { LongTextField } from '../../components/Field/LongTextField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useSession } from '../../shell/session.ts';
import { coordinationWords } from '../../words/coordination.ts';
import { TeamForm } from '../teams/TeamForm.tsx';
import { BodyChoice } from './BodyChoice.tsx';
import { COORDINATION, type LogEntry, type PilotLog } from './queries.ts';

interface LogDialogProps {
  readonly kind: LogKind;
  /** The entry that is put right; null for a new one. */
  readonly before: LogEntry | null;
  readonly programmes: PilotLog['programmes'];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface Draft {
  readonly title: string;
  readonly note: string;
  readonly on: PlainDate | null;
  readonly parties: readonly string[];
  readonly others: string;
  readonly programme_id: string;
  readonly study_year: string;
  readonly channel: Channel;
  readonly reach: string;
  readonly link: string;
  readonly clause: string;
  readonly reason: string;
  readonly none: boolean;
}

const STUDY_YEARS = ['1', '2', '3', '4', '5'];

function draftOf(before: LogEntry | null, own: readonly string[]): Draft {
  const { title = '', note = '', others = '', programme_id = null, study_year = null, channel = null, reach = null, link = null, clause = null } = before ?? {};
  return {
    title, note, others, on: before === null ? null : date(before.on), parties: before?.parties.map(({ id }) => id) ?? own, programme_id: programme_id ?? '', study_year: String(study_year ?? ''),
    channel: channel ?? 'press', reach: String(reach ?? ''), link: link ?? '', clause: clause ?? '', reason: '', none: false,
  };
}

/** What the server takes of a draft of this kind. */
function entryOf(kind: LogKind, { title, note, on, parties, others, programme_id, study_year, channel, reach, link, clause }: Draft) {
  const activity = kind === 'activity' && programme_id !== '';
  return {
    kind, on: on ?? '', title: title.trim(), note: note.trim(), parties, others: others.trim(), programme_id: activity ? programme_id : null, study_year: activity && study_year !== '' ? Number(study_year) : null,
    channel: kind === 'publicity' ? channel : null, reach: kind === 'publicity' && /^\d+$/.test(reach.trim()) ? Number(reach) : null, link: link.trim() === '' ? null : link.trim(), clause: kind === 'initiative' ? clause : null,
  };
}

/** Records an entry of the log, or puts one right by another that answers it. */
export function LogDialog({ kind, before, programmes, onClose, onDone }: LogDialogProps) {
  const say = useWords(coordinationWords);
  const { language } = useSettings().settings;
  const { roles } = useSession();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(before, [...new Set(roles.flatMap(({ org_id }) => org_id ?? []))]));
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const problems = () => [
    ...(draft.title.trim() === '' ? [{ field: 'log-title', message: say.giveTitle }] : []), ...(draft.on === null ? [{ field: 'log-on', message: say.giveDay }] : []),
    ...(kind === 'initiative' && draft.clause === '' ? [{ field: 'log-clause', message: say.giveClause }] : []), ...(draft.programme_id !== '' && draft.study_year === '' ? [{ field: 'log-study-year', message: say.giveStudyYear }] : []),
    ...(before !== null && draft.reason.trim() === '' ? [{ field: 'log-reason', message: say.giveReason }] : []),
  ];
  const act = async () => {
    const entry = entryOf(kind, draft);
    await (before === null
      ? ask(client.api.coordination.log.$post({ json: entry }, onceOnly()))
      : ask(client.api.coordination.log[':entry_id'].corrections.$post({ param: { entry_id: before.entry_id }, json: { ...entry, reason: draft.reason.trim(), void: draft.none } }, onceOnly())));
    await queries.invalidateQueries({ queryKey: [COORDINATION] });
    onDone();
  };
  const title = before === null ? say.record(LOG_LABELS[kind][language]) : say.correctOf(before.title);
  return (
    <TeamForm title={title} act={before === null ? say.save : say.correct} problems={problems} onAct={act} onClose={onClose}>
      {(wrong) => (
        <>
          {before !== null && <TextField id="log-reason" label={say.reason} value={draft.reason} onChange={(reason) => change({ reason })} error={wrong('log-reason')} autoComplete="off" />}
          {before !== null && <CheckboxField label={say.none} checked={draft.none} onChange={(none) => change({ none })} />}
          <TextField id="log-title" label={say.whatWas} value={draft.title} onChange={(given) => change({ title: given })} error={wrong('log-title')} autoComplete="off" />
          <DateField id="log-on" label={say.day} value={draft.on} onChange={(on) => change({ on })} error={wrong('log-on')} />
          {kind === 'publicity' && <Publicity draft={draft} onChange={change} />}
          {kind === 'initiative' && <SelectField id="log-clause" label={say.clause} value={draft.clause} onChange={(clause) => change({ clause })} error={wrong('log-clause')} options={DEFAULT_PACK.clauses.map(({ id, summary }) => ({ value: id, label: `${id} ${summary[language]}` }))} />}
          {kind === 'activity' && (
            <>
              <SelectField id="log-programme" label={say.programme} optional value={draft.programme_id} onChange={(programme_id) => change({ programme_id })} options={programmes.map((one) => ({ value: one.programme_id, label: one.name }))} />
              <SelectField id="log-study-year" label={say.ofStudyYear} optional value={draft.study_year} onChange={(study_year) => change({ study_year })} error={wrong('log-study-year')} options={STUDY_YEARS.map((one) => ({ value: one, label: say.studyYear(Number(one)) }))} />
            </>
          )}
          <BodyChoice id="log-parties" label={say.who} chosen={draft.parties} onChange={(parties) => change({ parties })} />
          <TextField id="log-others" label={say.others} help={say.othersHelp} optional value={draft.others} onChange={(others) => change({ others })} autoComplete="off" />
          <LongTextField id="log-note" label={say.note} optional rows={3} value={draft.note} onChange={(note) => change({ note })} />
        </>
      )}
    </TeamForm>
  );
}

/** S2-l: by which way, how many it reached, and where it can be seen. */
function Publicity({ draft, onChange }: { draft: Draft; onChange: (part: Partial<Draft>) => void }) {
  const say = useWords(coordinationWords);
  const { language } = useSettings().settings;
  return (
    <>
      <SelectField
        id="log-channel" label={say.channel} value={draft.channel} options={CHANNELS.map((one) => ({ value: one, label: CHANNEL_LABELS[one][language] }))}
        onChange={(value) => { const channel = CHANNELS.find((one) => one === value); if (channel !== undefined) onChange({ channel }); }}
      />
      <TextField id="log-reach" label={say.reachOf} optional value={draft.reach} onChange={(reach) => onChange({ reach })} inputMode="numeric" autoComplete="off" />
      <TextField id="log-link" label={say.linkOf} optional value={draft.link} onChange={(link) => onChange({ link })} autoComplete="off" />
    </>
  );
}
