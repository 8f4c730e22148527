import { isSeverity, SEVERITIES, SEVERITY_LABELS, type Severity } from '../../../core/approvals/matters/finding.ts';
import { DEFAULT_PACK } from '../../../core/policy/packs.ts';
import { LINE_ANSWERS } from '../../../core/supervision/answers.ts';
import { Button } from '../../components/Button/Button.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { supervisionWords } from '../../words/supervision.ts';
import { draftOf, fillRest, type Drafts, type LineDraft } from './draft.ts';
import { LinePhotos } from './LinePhotos.tsx';
import type { Say } from './period.ts';
import type { AskedLine } from './queries.ts';
import { useRectifyDays } from './useRectifyDays.ts';
import type { Photos } from './useVisitPhotos.tsx';

interface ChecklistFormProps {
  readonly lines: readonly AskedLine[];
  readonly drafts: Drafts;
  readonly onChange: (drafts: Drafts) => void;
  readonly photos: Photos;
  readonly onPhotos: (photos: Photos) => void;
  readonly wrong: (field: string) => string | undefined;
}

/** The checklist, to be filled in on a phone: three answers a line, and what is found where something is not met. */
export function ChecklistForm({ lines, drafts, onChange, photos, onPhotos, wrong }: ChecklistFormProps) {
  const say = useWords(supervisionWords);
  const { language } = useSettings().settings;
  const change = (line: string, part: Partial<LineDraft>) => onChange(new Map(drafts).set(line, { ...draftOf(drafts, line), ...part }));
  return (
    <section aria-labelledby="visit-checklist">
      <h2 id="visit-checklist">{say.checklist}</h2>
      <p>{say.checklistLead(lines.length)}</p>
      {lines.map((line, at) => (
        <div key={line.line}>
          {headOf(line, say, language) !== headOf(lines[at - 1], say, language) && <h3>{headOf(line, say, language)}</h3>}
          <LineFields line={line} at={at} draft={draftOf(drafts, line.line)} onChange={(part) => change(line.line, part)} photos={photos.get(line.line) ?? []} onPhotos={(taken) => onPhotos(new Map(photos).set(line.line, taken))} wrong={wrong} />
        </div>
      ))}
      <div className="button-row">
        <Button onClick={() => onChange(fillRest(lines, drafts, 'met'))}>{say.restMet}</Button>
        <Button onClick={() => onChange(fillRest(lines, drafts, 'not_looked_at'))}>{say.restNot}</Button>
      </div>
    </section>
  );
}

/** What a line stands under: its programme with the version of the scheme, its article of the annex, or the school. */
export function headOf(line: AskedLine | undefined, say: Say, language: 'zh' | 'en'): string {
  if (line === undefined) return '';
  if (line.about !== null) return line.about[language];
  const article = DEFAULT_PACK.articles.find(({ id }) => /^R\d$/.test(id) && line.clause.startsWith(`${id}-`));
  return article === undefined ? say.ofSchool : `${article.id} ${article.title[language]}`;
}

interface LineFieldsProps {
  readonly line: AskedLine;
  readonly at: number;
  readonly draft: LineDraft;
  readonly onChange: (part: Partial<LineDraft>) => void;
  readonly photos: readonly File[];
  readonly onPhotos: (photos: readonly File[]) => void;
  readonly wrong: (field: string) => string | undefined;
}

function LineFields({ line: { line, clause, label }, at, draft, onChange, photos, onPhotos, wrong }: LineFieldsProps) {
  const say = useWords(supervisionWords);
  const { language } = useSettings().settings;
  const days = useRectifyDays();
  const missing = wrong(`line-${at}`);
  const named = (severity: Severity) => {
    const [name, within] = [SEVERITY_LABELS[severity][language], days(severity)];
    return within === undefined ? name : say.severityDays(name, within);
  };
  return (
    <fieldset id={`line-${at}`} tabIndex={-1} className="visit-line">
      <legend><span className="visit-clause">{clause}</span> {label[language]}</legend>
      {missing !== undefined && <p className="field-error"><span aria-hidden="true">▲ </span>{missing}</p>}
      <div className="visit-answers">
        {LINE_ANSWERS.map((answer) => (
          <label key={answer}><input type="radio" name={`answer-${line}`} checked={draft.answer === answer} onChange={() => onChange({ answer })} /> {say[answer]}</label>
        ))}
      </div>
      {draft.answer === 'not_met' && (
        <div className="field-stack">
          <TextField id={`remark-${at}`} label={say.remark} value={draft.remark} onChange={(remark) => onChange({ remark })} error={wrong(`remark-${at}`)} autoComplete="off" />
          <SelectField
            id={`severity-${at}`} label={say.severity} value={draft.severity ?? ''} onChange={(value) => onChange({ severity: isSeverity(value) ? value : null })} error={wrong(`severity-${at}`)}
            options={SEVERITIES.map((value) => ({ value, label: named(value) }))}
          />
          <LinePhotos name={label[language]} photos={photos} onChange={onPhotos} />
        </div>
      )}
    </fieldset>
  );
}
