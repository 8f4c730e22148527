import { useState } from 'react';
import type { FormEvent } from 'react';
import { useLocation } from 'wouter';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { ErrorSummary, type FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useHref, useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { supervisionWords } from '../../words/supervision.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { useChange } from '../tests/useChange.ts';
import { ChecklistForm } from './ChecklistForm.tsx';
import { answersOf, lineProblems, seenProblems, type Drafts, type Seen } from './draft.ts';
import { useVisit, useVisits, type Visit } from './queries.ts';
import { SeenFields } from './SeenFields.tsx';
import { PhotosLeft, useVisitPhotos } from './useVisitPhotos.tsx';

/** A visit is put right by another record, which begins with what the first one says. */
export function CorrectPage({ visit_id }: { visit_id: string }) {
  const say = useWords(supervisionWords);
  const [visit, listing] = [useVisit(visit_id), useVisits()];
  return (
    <Page title={say.correctTitle} lead={say.correctLead}>
      <p className="way-back no-print"><ScreenLink to={`/supervision/${visit_id}`}>← {say.back}</ScreenLink></p>
      <Answer query={visit}>
        {(of) => <Answer query={listing}>{({ on }) => (of.may_correct ? <CorrectForm visit={of} today={on} /> : <EmptyState title={say.mayNot}>{say.mayNotHelp}</EmptyState>)}</Answer>}
      </Answer>
    </Page>
  );
}

function CorrectForm({ visit, today }: { visit: Visit; today: string }) {
  const say = useWords(supervisionWords);
  const { language } = useSettings().settings;
  const [href, [, navigate]] = [useHref(), useLocation()];
  const { busy, fault, run } = useChange();
  const [seen, setSeen] = useState<Seen>({ on: visit.on as PlainDate, visitors: visit.visitors, note: visit.note });
  const [reason, setReason] = useState('');
  const [drafts, setDrafts] = useState<Drafts>(() => new Map(visit.lines.map(({ line, answer, remark, severity }) => [line, { answer, remark, severity }])));
  const taken = useVisitPhotos();
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const wrong = (field: string) => problems.find((one) => one.field === field)?.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = [...(reason.trim() === '' ? [{ field: 'visit-reason', message: say.giveReason }] : []), ...seenProblems(seen, today, say), ...lineProblems(visit.lines, drafts, say, language)];
    setProblems(found);
    const { on, visitors, note } = seen;
    if (found.length > 0 || on === null) return;
    const json = { on, visitors: visitors.trim(), note: note.trim(), reason: reason.trim(), lines: answersOf(visit.lines, drafts) };
    void run(async () => {
      const { visit_id } = await ask(client.api.supervision[':visit_id'].corrections.$post({ param: { visit_id: visit.visit_id }, json }, onceOnly()));
      if (await taken.send(visit_id)) navigate(href(`/supervision/${visit_id}`));
    });
  };
  const { left } = taken;
  if (left !== null) return <PhotosLeft left={left} busy={busy} onAgain={() => void run(async () => { if (await taken.send(left.visit_id, left.photos)) navigate(href(`/supervision/${left.visit_id}`)); })} />;
  return (
    <form className="field-stack supervision" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} />
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      <TextField id="visit-reason" label={say.reason} value={reason} onChange={setReason} error={wrong('visit-reason')} autoComplete="off" />
      <SeenFields seen={seen} onChange={(part) => setSeen((now) => ({ ...now, ...part }))} wrong={wrong} />
      <ChecklistForm lines={visit.lines} drafts={drafts} onChange={setDrafts} photos={taken.photos} onPhotos={taken.setPhotos} wrong={wrong} />
      <div className="button-row"><Button kind="primary" type="submit" aria-disabled={busy}>{busy ? say.saving : say.save}</Button></div>
    </form>
  );
}
