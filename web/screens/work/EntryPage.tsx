import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { allFields, valueText } from '../../../core/journals/journal-list.ts';
import { journalKind } from '../../../core/journals/journals.ts';
import type { Area } from '../../../core/journals/journal-kind.ts';
import { ROLES, type Role } from '../../../core/access/roles.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { formatDate } from '../../words/format.ts';
import { workWords } from '../../words/work.ts';
import { FilesAt } from '../documents/FilesAt.tsx';
import { NotFound } from '../../shell/NotFound.tsx';
import { Part } from '../organisations/Part.tsx';
import { headingOf, StateOf } from './JournalTable.tsx';
import { StepDialog } from './StepDialog.tsx';
import { useEntry, type Entry, type EntryAct } from './queries.ts';

/** One record: what it says, what became of it, what may be done, and its files. */
export function EntryPage({ area, entry_id }: { area: Area; entry_id: string }) {
  const say = useWords(workWords);
  const { language } = useSettings().settings;
  const query = useEntry(entry_id);
  const kind = query.data === undefined ? undefined : journalKind(query.data.kind);
  if (kind !== undefined && kind.area !== area) return <NotFound />;
  return (
    <Page title={query.data === undefined || kind === undefined ? say[`title_${area}`] : `${kind.label[language]} · ${headingOf(kind, query.data, language)}`}>
      <p className="way-back no-print"><ScreenLink to={`/${area}`} query={{ campus: query.data?.campus_id ?? '', kind: query.data?.kind ?? '' }}>← {say.back(say[`title_${area}`])}</ScreenLink></p>
      <Answer query={query}>{(entry) => <Contents key={entry.steps.length} entry={entry} />}</Answer>
    </Page>
  );
}

function Contents({ entry }: { entry: Entry }) {
  const say = useWords(workWords);
  const { language } = useSettings().settings;
  const queries = useQueryClient();
  const [act, setAct] = useState<EntryAct | null>(null);
  const kind = journalKind(entry.kind);
  if (kind === undefined) return null;
  const done = async () => {
    await queries.invalidateQueries({ queryKey: ['work'] });
    setAct(null);
  };
  const facts: readonly (readonly [string, string])[] = [
    [say.campus, entry.campus], ...Object.entries(kind.fields).map(([name, field]) => [field.label[language], field.type === 'day' && entry.values[name] !== null ? formatDate(String(entry.values[name]), language) : valueText(field, entry.values[name] ?? null, language)] as const),
    [say.recordedOn, formatDate(entry.recorded_on, language)], [say.recordedBy, entry.recorded_by],
  ];
  return (
    <div className="cooperation work">
      {entry.corrects !== null && <Notice kind="info" title={say.corrects}>{entry.reason}</Notice>}
      {entry.state !== null && <p className="work-state"><strong><StateOf entry={entry} /></strong></p>}
      <dl className="work-facts">{facts.filter(([, value]) => value !== '').map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      {entry.acts.length > 0 && <div className="button-row no-print">{entry.acts.map((one) => <Button key={one.act} onClick={() => setAct(one)}>{one.label[language]}</Button>)}</div>}
      {entry.steps.length > 0 && <Part id="steps" title={say.steps}><Steps entry={entry} /></Part>}
      <FilesAt about={`journals/${entry.entry_id}`} />
      {act !== null && <StepDialog kind={kind} entry={entry} act={act} onClose={() => setAct(null)} onDone={done} />}
    </div>
  );
}

function Steps({ entry }: { entry: Entry }) {
  const say = useWords(workWords);
  const { language } = useSettings().settings;
  const kind = journalKind(entry.kind);
  const fields = new Map(kind === undefined ? [] : allFields(kind));
  return (
    <ol className="plain-list work-steps">
      {entry.steps.map((step) => (
        <li key={`${step.on} ${step.act} ${step.to.zh} ${step.by}`}>
          <strong>{step.label[language]}</strong> → {step.to[language]}　{formatDate(step.on, language)}　{say.by(`${step.by}（${ROLES[step.role as Role].name[language]}）`)}
          {step.reason !== null && <span className="work-due">{step.reason}</span>}
          {Object.entries(step.details).map(([name, value]) => <span key={name} className="work-due">{fields.get(name)?.label[language]}：{valueText(fields.get(name), value, language)}</span>)}
        </li>
      ))}
    </ol>
  );
}
