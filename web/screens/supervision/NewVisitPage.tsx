import { useState } from 'react';
import type { FormEvent } from 'react';
import { useLocation } from 'wouter';
import { VISIT_KINDS, type VisitKind } from '../../../core/supervision/visit.ts';
import type { PlainDate } from '../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../client.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { ErrorSummary, type FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { useHref, useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { Page } from '../../shell/PageHead.tsx';
import { supervisionWords } from '../../words/supervision.ts';
import { RefusalNotice } from '../data/RefusalNotice.tsx';
import { useChange } from '../tests/useChange.ts';
import { ChecklistForm } from './ChecklistForm.tsx';
import { answersOf, lineProblems, seenProblems, type Drafts, type Seen } from './draft.ts';
import { useChecklist, useVisits, type AskedLine, type Listing } from './queries.ts';
import { SeenFields } from './SeenFields.tsx';
import { PhotosLeft, useVisitPhotos } from './useVisitPhotos.tsx';

/** S3-a, S3-c: a visit is recorded, on the day or after it. */
export function NewVisitPage() {
  const say = useWords(supervisionWords);
  return (
    <Page title={say.newVisit}>
      <p className="way-back no-print"><ScreenLink to="/supervision">← {say.back}</ScreenLink></p>
      <Answer query={useVisits()}>{(listing) => (listing.places.length === 0 ? <EmptyState title={say.mayNot}>{say.mayNotHelp}</EmptyState> : <WhereAndWhat listing={listing} />)}</Answer>
    </Page>
  );
}

/** Which school, which kind, which day: the checklist follows from these. */
function WhereAndWhat({ listing: { places, on } }: { listing: Listing }) {
  const say = useWords(supervisionWords);
  const [college, setCollege] = useInAddress('college');
  const [school, setSchool] = useInAddress('school');
  const [kindAsked, setKind] = useInAddress('kind');
  // Its photos may still be on their way: nothing else is chosen meanwhile.
  const [recorded, setRecorded] = useState(false);
  const [seen, setSeen] = useState<Seen>({ on: on as PlainDate, visitors: '', note: '' });
  const kind: VisitKind = VISIT_KINDS.find((one) => one === kindAsked) ?? 'quality';
  const place = places.find(({ college_id, school_id }) => college_id === college && school_id === school) ?? places[0];
  const at = (id: string) => {
    const next = places[Number(id)];
    setCollege(next?.college_id ?? '');
    setSchool(next?.school_id ?? '');
  };
  const checklist = useChecklist({ kind, college_id: place?.college_id ?? '', school_id: place?.school_id ?? '', on: seen.on ?? on });
  const several = new Set(places.map(({ college_id }) => college_id)).size > 1;
  return (
    <div className="supervision">
      {!recorded && <div className="field-stack">
        <SelectField
          id="visit-place" label={say.place} value={place === undefined ? '' : String(places.indexOf(place))} onChange={at}
          options={places.map((one, index) => ({ value: String(index), label: several ? `${one.school}（${one.college}）` : one.school }))}
        />
        <SelectField id="visit-kind" label={say.kind} help={kind === 'quality' ? say.qualityHelp : say.conductHelp} value={kind} onChange={setKind} options={VISIT_KINDS.map((value) => ({ value, label: say[value] }))} />
      </div>}
      <Answer query={checklist}>
        {({ lines }) => <VisitForm key={`${kind} ${place?.college_id} ${place?.school_id}`} to={{ kind, college_id: place?.college_id ?? '', school_id: place?.school_id ?? '' }} lines={lines} seen={seen} onSeen={(part) => setSeen((now) => ({ ...now, ...part }))} today={on} onRecorded={() => setRecorded(true)} />}
      </Answer>
    </div>
  );
}

interface VisitFormProps {
  readonly to: { readonly kind: VisitKind; readonly college_id: string; readonly school_id: string };
  readonly lines: readonly AskedLine[];
  readonly seen: Seen;
  readonly onSeen: (part: Partial<Seen>) => void;
  readonly today: string;
  readonly onRecorded: () => void;
}

function VisitForm({ to, lines, seen, onSeen, today, onRecorded }: VisitFormProps) {
  const say = useWords(supervisionWords);
  const { language } = useSettings().settings;
  const [href, [, navigate]] = [useHref(), useLocation()];
  const { busy, fault, run } = useChange();
  const [drafts, setDrafts] = useState<Drafts>(new Map());
  const taken = useVisitPhotos();
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const wrong = (field: string) => problems.find((one) => one.field === field)?.message;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = [...seenProblems(seen, today, say), ...lineProblems(lines, drafts, say, language)];
    setProblems(found);
    const { on, visitors, note } = seen;
    if (found.length > 0 || on === null) return;
    const json = { ...to, on, visitors: visitors.trim(), note: note.trim(), lines: answersOf(lines, drafts) };
    void run(async () => {
      const { visit_id } = await ask(client.api.supervision.$post({ json }, onceOnly()));
      onRecorded();
      if (await taken.send(visit_id)) navigate(href(`/supervision/${visit_id}`));
    });
  };
  const { left } = taken;
  if (left !== null) return <PhotosLeft left={left} busy={busy} onAgain={() => void run(async () => { if (await taken.send(left.visit_id, left.photos)) navigate(href(`/supervision/${left.visit_id}`)); })} />;
  return (
    <form className="field-stack" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} />
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      <SeenFields seen={seen} onChange={onSeen} wrong={wrong} />
      <ChecklistForm lines={lines} drafts={drafts} onChange={setDrafts} photos={taken.photos} onPhotos={taken.setPhotos} wrong={wrong} />
      <div className="button-row"><Button kind="primary" type="submit" aria-disabled={busy}>{busy ? say.saving : say.save}</Button></div>
    </form>
  );
}
