import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, client, onceOnly } from '../../client.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { coordinationWords } from '../../words/coordination.ts';
import { formatDate } from '../../words/format.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { CircularDialog } from './CircularDialog.tsx';
import { CoordinationTabs } from './CoordinationTabs.tsx';
import { COORDINATION, useCoordination, type Circular } from './queries.ts';

/** S1-e: circulars with who has read them. */
export function CircularsPage() {
  const say = useWords(coordinationWords);
  const [writing, setWriting] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const done = (what: string): void => { setWriting(false); setSaid(what); };
  return (
    <Page title={say.title} lead={say.circularsLead}>
      <CoordinationTabs here="circulars" />
      <Answer query={useCoordination()}>
        {({ circulars, may_issue }) => (
          <div className="coordination">
            {said !== null && <Notice kind="done" title={said} announce />}
            {may_issue && <div className="button-row no-print"><Button kind="primary" onClick={() => { setSaid(null); setWriting(true); }}>{say.issue}</Button></div>}
            {circulars.length === 0 ? <EmptyState title={say.noCirculars}>{say.noCircularsHelp}</EmptyState> : circulars.map((one) => <Sheet key={one.circular_id} circular={one} onDone={done} />)}
            {writing && <CircularDialog onClose={() => setWriting(false)} onDone={() => done(say.issued)} />}
          </div>
        )}
      </Answer>
    </Page>
  );
}

function Sheet({ circular, onDone }: { circular: Circular; onDone: (what: string) => void }) {
  const say = useWords(coordinationWords);
  const { language } = useSettings().settings;
  const queries = useQueryClient();
  const [fault, setFault] = useState<unknown>(null);
  const read = async () => {
    setFault(null);
    try {
      await ask(client.api.coordination.circulars[':circular_id'].receipt.$post({ param: { circular_id: circular.circular_id }, json: {} }, onceOnly()));
      await queries.invalidateQueries({ queryKey: [COORDINATION] });
      onDone(say.readDone(circular.title));
    } catch (error) {
      setFault(error);
    }
  };
  const many = circular.addressed.filter(({ read_on }) => read_on !== null).length;
  return (
    <article className="meeting" aria-labelledby={`circular-${circular.circular_id}`}>
      <h2 id={`circular-${circular.circular_id}`}>{circular.title}</h2>
      <p className="small">{say.circularDays(formatDate(circular.issued_on, language), formatDate(circular.read_by, language))} · {say.readBy(many, circular.addressed.length)}</p>
      {circular.body.split('\n').map((line, at) => <p key={at}>{line}</p>)}
      {fault !== null && <RefusalNotice title={say.notRead} error={fault} />}
      {circular.may_read && <div className="button-row no-print"><Button kind="primary" onClick={() => void read()} aria-label={say.readAct(circular.title)}>{say.read}</Button></div>}
      <details>
        <summary>{say.receipts}</summary>
        <ul className="receipts">
          {circular.addressed.map(({ id, name, read_on, late }) => (
            <li key={id}>{name}：{read_on === null ? <span className={late ? 'status-unmet' : undefined}>{late ? say.unreadLate : say.unread}</span> : <>{say.readOn(formatDate(read_on, language))}{late && <span className="status-unmet"> {say.late}</span>}</>}</li>
          ))}
        </ul>
      </details>
    </article>
  );
}
