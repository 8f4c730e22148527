import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { journalKind, journalsOf } from '../../../core/journals/journals.ts';
import type { Choice } from '../../../core/journals/field.ts';
import type { Area } from '../../../core/journals/journal-kind.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { Page } from '../../shell/PageHead.tsx';
import { useMay } from '../../shell/session.ts';
import { workWords } from '../../words/work.ts';
import { Part } from '../organisations/Part.tsx';
import { EntryDialog } from './EntryDialog.tsx';
import { JournalTable } from './JournalTable.tsx';
import { MyDay } from './MyDay.tsx';
import { useWork, type Entry, type WorkAnswer } from './queries.ts';
import { VerdictList } from './VerdictList.tsx';

/** The work at one campus: what is asked of it, and its records kind by kind. */
export function WorkPage({ area }: { area: Area }) {
  const say = useWords(workWords);
  const { on } = useAsked();
  const [campus, setCampus] = useInAddress('campus');
  return (
    <Page title={say[`title_${area}`]} lead={say[`lead_${area}`]}>
      <Answer query={useWork(area, campus, on)}>
        {(work) => (work.campus_id === null ? <EmptyState title={say.noCampus}>{say.noCampusHelp}</EmptyState> : (
          <div className="cooperation work">
            {work.mine !== null && <MyDay day={work.mine} />}
            {work.campuses.length > 1 && <SelectField id="work-campus" label={say.campus} value={work.campus_id} onChange={setCampus} options={work.campuses.map(({ campus_id, name }) => ({ value: campus_id, label: name }))} />}
            {area === 'teachers' && <Lists campus_id={work.campus_id} on={on} />}
            <Part id="requirements" title={say.requirements}>{work.verdicts.length === 0 ? <p>{say.noRequirements}</p> : <VerdictList verdicts={work.verdicts} />}</Part>
            <Records key={work.campus_id} area={area} work={work} campus_id={work.campus_id} />
          </div>
        ))}
      </Answer>
    </Page>
  );
}

const LISTS = [['staff', 'workbook', 'staffWorkbook'], ['staff', 'paper', 'staffPaper'], ['overlaps', 'workbook', 'overlapsWorkbook'], ['overlaps', 'paper', 'overlapsPaper']] as const;

/** Documents 8 and 9. */
function Lists({ campus_id, on }: { campus_id: string; on: string }) {
  const say = useWords(workWords);
  const may = useMay();
  if (!may('work.export')) return null;
  const query = new URLSearchParams({ campus_id, on }).toString();
  return <div className="button-row no-print">{LISTS.map(([list, form, word]) => <a key={word} className="button" href={`/api/work-lists/${list}/${form}?${query}`} download>{say[word]}</a>)}</div>;
}

type Doing = { readonly kind: string; readonly correcting: Entry | null } | null;

function Records({ area, work, campus_id }: { area: Area; work: WorkAnswer; campus_id: string }) {
  const say = useWords(workWords);
  const { language } = useSettings().settings;
  const may = useMay();
  const queries = useQueryClient();
  const kinds = journalsOf(area);
  const [asked, setKind] = useInAddress('kind');
  const [doing, setDoing] = useState<Doing>(null);
  const [said, setSaid] = useState<string | null>(null);
  const kind = journalKind(asked) ?? kinds[0];
  if (kind === undefined) return null;
  const entries = work.entries.filter((one) => one.kind === kind.id);
  const count = (id: string): number => work.entries.filter((one) => one.kind === id).length;
  const named = (of: Choice, id: string): string => work.choices.find((one) => one.of === of && one.id === id)?.name ?? id;
  const close = () => setDoing(null);
  const done = async (what: string) => {
    await queries.invalidateQueries({ queryKey: ['work'] });
    close();
    setSaid(say.done(what));
  };
  return (
    <Part id="journal" title={say.journal}>
      {said !== null && <Notice kind="done" title={said} announce />}
      <div className="work-kinds no-print" role="group" aria-label={say.choose}>
        {kinds.map((one) => <Button key={one.id} aria-pressed={one === kind} onClick={() => { setKind(one.id); setSaid(null); }}>{one.label[language]} {count(one.id)}</Button>)}
      </div>
      <h3>{kind.label[language]}</h3>
      <p className="small">{kind.help[language]}（{say.clause(kind.clause)}）</p>
      <div className="button-row no-print">
        {work.records.includes(kind.id) && <Button kind="primary" onClick={() => setDoing({ kind: kind.id, correcting: null })}>{say.record(kind.label[language])}</Button>}
        {entries.length > 0 && may(area === 'daily' ? 'daily.export' : 'work.export') && <a className="button" href={`/api/journals/${kind.id}/workbook?campus_id=${encodeURIComponent(campus_id)}`} download>{say.export}</a>}
      </div>
      {entries.length === 0 ? <EmptyState title={say.none(kind.label[language])}>{say.noneHelp}</EmptyState> : <JournalTable kind={kind} entries={entries} named={named} onCorrect={(correcting) => setDoing({ kind: kind.id, correcting })} />}
      {doing !== null && <EntryDialog kind={kind} choices={work.choices} campus_id={campus_id} campuses={work.campuses.filter(({ may_write }) => may_write)} correcting={doing.correcting} onClose={close} onDone={done} />}
    </Part>
  );
}
