import { useState } from 'react';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useMay } from '../../shell/session.ts';
import { formatDate } from '../../words/format.ts';
import { holidayWords } from '../../words/holidays.ts';
import { formatMoment } from '../data/moment.ts';
import { DutyStart } from './DutyStart.tsx';
import { HolidayEditor } from './HolidayEditor.tsx';
import { useHolidays } from './queries.ts';
import type { HolidayYear } from './queries.ts';
import { TodoPage } from './TodoPage.tsx';

/** The tables that deadlines are counted by, year by year; the office enters and corrects them. */
export function HolidaysPage() {
  const say = useWords(holidayWords);
  const may = useMay();
  const [editing, setEditing] = useState<number | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const edits = may('policy.write');
  const begin = (year: number) => { setSaid(null); setEditing(year); };
  return (
    <TodoPage part="holidays" title={say.title} lead={say.lead}>
      {said !== null && <Notice kind="done" title={said} announce />}
      <Answer query={useHolidays()}>
        {({ years, missing }) => {
          if (editing !== null) {
            const table = years.find(({ year }) => year === editing) ?? null;
            return <HolidayEditor key={editing} year={editing} table={table} onClose={() => setEditing(null)} onDone={(what) => { setEditing(null); setSaid(what); }} />;
          }
          return (
            <>
              <DutyStart onDone={setSaid} />
              {missing.map((year) => (
                <Notice key={year} kind="warning" title={say.missing(year)} {...(edits && { actions: <Button onClick={() => begin(year)}>{say.enter}</Button> })}>
                  {say.missingHelp}
                </Notice>
              ))}
              {years.toReversed().map((table) => (
                <section key={table.year} className="holiday-year" aria-labelledby={`year-${table.year}`}>
                  <h2 id={`year-${table.year}`}>{table.year}</h2>
                  <TableOfYear table={table} />
                  {edits && <div><Button aria-label={`${say.edit} ${table.year}`} onClick={() => begin(table.year)}>{say.edit}</Button></div>}
                </section>
              ))}
            </>
          );
        }}
      </Answer>
    </TodoPage>
  );
}

function TableOfYear({ table }: { table: HolidayYear }) {
  const say = useWords(holidayWords);
  const { language } = useSettings().settings;
  const { off, worked, source, version, recorded_at, recorded_by } = table;
  const days = (all: readonly string[]): string => (all.length === 0 ? say.none : all.map((day) => formatDate(day, language).replace(/^\d{4}年| \d{4}$/, '')).join(language === 'zh' ? '、' : ', '));
  return (
    <dl>
      <dt>{say.off}</dt>
      <dd>{days(off)}</dd>
      <dt>{say.worked}</dt>
      <dd>{days(worked)}</dd>
      <dt>{say.source}</dt>
      <dd>{source}<span className="small due-note">{version === 0 ? say.published : say.entered(recorded_by ?? '', formatMoment(recorded_at ?? '', language), version)}</span></dd>
    </dl>
  );
}
