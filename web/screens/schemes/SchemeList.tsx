import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { useHref, useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { useSession } from '../../shell/session.ts';
import { formatDate } from '../../words/format.ts';
import { schemeWords } from '../../words/schemes.ts';
import { StateMark } from '../matters/MatterList.tsx';
import { DrawDialog } from './DrawDialog.tsx';
import { useSchemes, type SchemeHead } from './queries.ts';

const DRAFTERS: ReadonlySet<string> = new Set(['college_programme', 'college_academic']);

/** The schemes in reach, latest first. */
export function SchemeList() {
  const say = useWords(schemeWords);
  const href = useHref();
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const [drawing, setDrawing] = useState(false);
  const drafts = useSession().roles.some(({ role }) => DRAFTERS.has(role));
  const opened = async (matter_id: string) => {
    await queries.invalidateQueries({ queryKey: ['schemes'] });
    navigate(href(`/schemes/${matter_id}`));
  };
  const draw = drafts ? <Button kind="primary" onClick={() => setDrawing(true)}>{say.draw}</Button> : undefined;
  return (
    <Page title={say.title} lead={say.lead}>
      <Answer query={useSchemes()}>
        {({ schemes, programmes }) => (
          <>
            {schemes.length === 0 ? <EmptyState title={say.none} actions={draw}>{say.noneHelp}</EmptyState> : (
              <>
                {draw !== undefined && <div className="button-row no-print">{draw}</div>}
                <Table schemes={schemes} />
              </>
            )}
            {drawing && <DrawDialog programmes={programmes} onClose={() => setDrawing(false)} onOpened={opened} />}
          </>
        )}
      </Answer>
    </Page>
  );
}

function Table({ schemes }: { schemes: readonly SchemeHead[] }) {
  const say = useWords(schemeWords);
  const { language } = useSettings().settings;
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{say.title}</caption>
        <thead><tr>{[say.programme, say.fromCohort, say.school, say.state].map((head) => <th key={head} scope="col">{head}</th>)}<th scope="col" className="number">{say.credits}</th><th scope="col">{say.decidedOn}</th></tr></thead>
        <tbody>
          {schemes.map(({ head, programme, year, credits, required_credits, decided_on }) => (
            <tr key={head.matter_id}>
              <th scope="row"><ScreenLink to={`/schemes/${head.matter_id}`}>{programme.name}</ScreenLink></th>
              <td className="unbroken" data-label={say.fromCohort}>{say.cohortOf(year)}</td>
              <td data-label={say.school}>{programme.school.name}</td>
              <td data-label={say.state}><StateMark matter={head} /></td>
              <td data-label={say.credits} className="number">{credits === null ? '–' : `${credits} / ${required_credits ?? '–'}`}</td>
              <td className="unbroken" data-label={say.decidedOn}>{decided_on === null ? '–' : formatDate(decided_on, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
