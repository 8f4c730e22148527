import { useState } from 'react';
import { CHANNEL_LABELS, LOG_KINDS, LOG_LABELS, type LogKind } from '../../../core/office/log.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { Page } from '../../shell/PageHead.tsx';
import { coordinationWords } from '../../words/coordination.ts';
import { formatDate, groupDigits } from '../../words/format.ts';
import { CoordinationTabs } from './CoordinationTabs.tsx';
import { LogDialog } from './LogDialog.tsx';
import { usePilotLog, type LogEntry, type PilotLog } from './queries.ts';

const EVERY = 'every';
const isKind = (text: string): text is LogKind => (LOG_KINDS as readonly string[]).includes(text);

/** M1-c, 1.2-l, S2-k, S2-l, 1.1-c: what was done together, made known and tried, as it was recorded. */
export function LogPage() {
  const say = useWords(coordinationWords);
  const { language } = useSettings().settings;
  const [kind, setKind] = useInAddress('kind');
  return (
    <Page title={say.title} lead={say.logLead}>
      <CoordinationTabs here="log" />
      <div className="matter-filter no-print">
        <SelectField id="log-shown" label={say.logKind} value={kind === '' ? EVERY : kind} onChange={(next) => setKind(next === EVERY ? '' : next)} options={[{ value: EVERY, label: say.everything }, ...LOG_KINDS.map((one) => ({ value: one, label: LOG_LABELS[one][language] }))]} />
      </div>
      <Answer query={usePilotLog()}>{(log) => <Log log={log} kind={kind} />}</Answer>
    </Page>
  );
}

function Log({ log, kind }: { log: PilotLog; kind: string }) {
  const say = useWords(coordinationWords);
  const { language } = useSettings().settings;
  const [asked, ask] = useInAddress('new');
  const [correcting, correct] = useState<LogEntry | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const shown = log.entries.filter((one) => kind === '' || one.kind === kind);
  const writing = isKind(asked) && log.may_record ? asked : null;
  const close = (): void => { ask(''); correct(null); };
  return (
    <div className="coordination">
      {said !== null && <Notice kind="done" title={said} announce />}
      {log.may_record && <div className="button-row no-print">{LOG_KINDS.map((one) => <Button key={one} onClick={() => { setSaid(null); ask(one); }}>{say.record(LOG_LABELS[one][language])}</Button>)}</div>}
      {shown.length === 0 ? <EmptyState title={say.noLog}>{say.noLogHelp}</EmptyState> : <Table entries={shown} onCorrect={(one) => { setSaid(null); correct(one); }} />}
      {(writing !== null || correcting !== null) && (
        <LogDialog key={correcting?.entry_id ?? writing} kind={correcting?.kind ?? writing ?? 'activity'} before={correcting} programmes={log.programmes} onClose={close} onDone={() => { close(); setSaid(say.recorded); }} />
      )}
    </div>
  );
}

function Table({ entries, onCorrect }: { entries: readonly LogEntry[]; onCorrect: (entry: LogEntry) => void }) {
  const say = useWords(coordinationWords);
  const { language } = useSettings().settings;
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{say.log}</caption>
        <thead><tr>{[say.what, say.day, say.logKind, say.who, say.more, say.acts].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>
          {entries.map((one) => (
            <tr key={one.entry_id}>
              <th scope="row">
                {one.title}
                {one.answered_by !== null && <span className="small">（{say.corrected}）</span>}
                {one.void ? <span className="small">（{say.wasNone}：{one.reason}）</span> : one.reason !== null && <span className="small">（{say.correction}：{one.reason}）</span>}
              </th>
              <td data-label={say.day} className="unbroken">{formatDate(one.on, language)}</td>
              <td data-label={say.logKind}>{LOG_LABELS[one.kind][language]}</td>
              <td data-label={say.who}>{[...one.parties.map(({ name }) => name), one.others].filter((part) => part !== '').join(language === 'zh' ? '、' : ', ')}</td>
              <td data-label={say.more}><More entry={one} /></td>
              <td data-label={one.may_correct ? say.acts : undefined}>{one.may_correct && <Button onClick={() => onCorrect(one)} aria-label={say.correctOf(one.title)}>{say.correct}</Button>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function More({ entry: { programme, study_year, channel, reach, link, clause, note } }: { entry: LogEntry }) {
  const say = useWords(coordinationWords);
  const { language } = useSettings().settings;
  const parts = [
    ...(programme === null || study_year === null ? [] : [`${programme} · ${say.studyYear(study_year)}`]), ...(channel === null ? [] : [CHANNEL_LABELS[channel][language]]),
    ...(reach === null ? [] : [say.reached(groupDigits(String(reach)))]), ...(clause === null ? [] : [clause]), ...(note === '' ? [] : [note]),
  ];
  return <>{parts.join(' · ')}{link !== null && <> <a href={link} rel="noreferrer noopener" target="_blank">{say.link}</a></>}</>;
}
