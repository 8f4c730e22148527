import { TOPIC_LABELS, TOPICS } from '../../../core/office/topics.ts';
import { SCORE_LABELS, SCORE_TOPICS } from '../../../core/supervision/scorecard.ts';
import { DateField } from '../../components/Field/DateField.tsx';
import { LongTextField } from '../../components/Field/LongTextField.tsx';
import { NumberField } from '../../components/Field/NumberField.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useSession } from '../../shell/session.ts';
import { matterWords } from '../../words/matters.ts';
import { comingKeys, type NewDraft } from './new-draft.ts';

interface ComingDetailsProps {
  readonly kind: string;
  readonly draft: NewDraft;
  readonly onChange: (part: Partial<NewDraft>) => void;
  readonly wrong: (field: string) => string | undefined;
}

/** S1, S2: topic, title and words of what comes before the office, with the year or day where the kind has one. */
export function ComingDetails({ kind, draft, onChange, wrong }: ComingDetailsProps) {
  const say = useWords(matterWords);
  const { language } = useSettings().settings;
  const own = useSession().roles.flatMap(({ role, org_id, organisation }) => (role === 'department' && org_id !== null ? [{ value: org_id, label: organisation ?? org_id }] : []));
  const keys = comingKeys(kind);
  const yearly = kind === 'yearly_assessment' ? { year: say.assessedYearHelp, text: say.assessedTextHelp } : kind === 'yearly_review' ? { year: say.reviewedYearHelp, text: say.reviewedTextHelp } : null;
  return (
    <>
      {keys.includes('topic') && (
        <SelectField
          id="matter-topic" label={say.topic} value={draft.topic} options={TOPICS.map((one) => ({ value: one, label: TOPIC_LABELS[one][language] }))}
          onChange={(value) => { const topic = TOPICS.find((one) => one === value); if (topic !== undefined) onChange({ topic }); }}
        />
      )}
      {keys.includes('department') && <SelectField id="matter-department" label={say.adviser} value={draft.department} onChange={(department) => onChange({ department })} options={own} error={wrong('matter-department')} />}
      {keys.includes('year') && <TextField id="matter-year" label={kind === 'major_advice' ? say.planYear : kind === 'yearly_assessment' ? say.schoolYear : say.year} help={yearly?.year} value={draft.year} onChange={(year) => onChange({ year })} error={wrong('matter-year')} inputMode="numeric" autoComplete="off" />}
      <TextField id="matter-title" label={say.titleOf} help={say.titleHelp} value={draft.title} onChange={(title) => onChange({ title })} error={wrong('matter-title')} autoComplete="off" />
      <LongTextField id="matter-text" label={say.textOf} help={yearly?.text ?? say.textHelp} value={draft.text} onChange={(text) => onChange({ text })} error={wrong('matter-text')} />
      {keys.includes('actions') && <LongTextField id="matter-actions" label={say.actions} help={say.actionsHelp} value={draft.actions} onChange={(actions) => onChange({ actions })} error={wrong('matter-actions')} />}
      {keys.includes('scores') && SCORE_TOPICS.map((topic) => (
        <NumberField
          key={topic} id={`matter-score-${topic}`} label={SCORE_LABELS[topic][language]} help={say.scoreHelp} value={draft.scores[topic] ?? ''} error={wrong(`matter-score-${topic}`)}
          onChange={(points) => onChange({ scores: { ...draft.scores, [topic]: points } })}
        />
      ))}
      {keys.includes('due') && <DateField id="matter-due" label={say.carryOutBy} value={draft.due} onChange={(due) => onChange({ due })} error={wrong('matter-due')} />}
    </>
  );
}
