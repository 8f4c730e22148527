import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { detailWords } from '../../words/matter-details.ts';
import { matterWords } from '../../words/matters.ts';
import { clauseLink } from '../clauses/links.ts';
import { actText, kindOfMatter } from './matter-text.ts';
import type { Matter, Prospect } from './queries.ts';

/** The steps that lead on, each with what it waits for; a button for what one may do. `left`: acts that stand elsewhere on the page. */
export function NextSteps({ matter, onTake, left = [] }: { matter: Matter; onTake: (step: Prospect) => void; left?: readonly string[] }) {
  const say = useWords(matterWords);
  const next = matter.next.filter(({ act }) => !left.includes(act));
  return (
    <section aria-labelledby="matter-next">
      <h2 id="matter-next">{say.whatNext}</h2>
      {next.length === 0 ? <p>{say.closed}</p> : (
        <ul className="matter-next">
          {next.map((step) => <NextStep key={step.act} matter={matter} step={step} onTake={() => onTake(step)} />)}
        </ul>
      )}
    </section>
  );
}

/** Guards that answer to what is only given with the step itself do not keep its button away. */
const GIVEN_WITH_STEP: ReadonlySet<string> = new Set(['minutes', 'meeting_day', 'receipt_day', 'sheets_reported', 'returns_settled', 'effective_date']);

function NextStep({ matter, step, onTake }: { matter: Matter; step: Prospect; onTake: () => void }) {
  const say = useWords(matterWords);
  const { openPlan, openScheme } = useWords(detailWords);
  const { language } = useSettings().settings;
  const label = actText(matter.kind, step.act, say, language);
  const labels = new Map(Object.values(kindOfMatter(matter)?.steps ?? {}).flat().flatMap(({ guards }) => guards).map((guard) => [guard.id, guard]));
  const open = step.why === null || (step.why === 'guard' && step.guards.every(({ id, met }) => met || GIVEN_WITH_STEP.has(id)));
  const why = { not_your_role: say.notYours, same_person: say.samePerson(step.acts.map((act) => actText(matter.kind, act, say, language)).join('、')), guard: say.waitsFor };
  return (
    <li>
      <div className="matter-step">
        {open && step.act === 'revise' ? <ScreenLink to={`/${matter.kind === 'training_scheme' ? 'schemes' : 'plans'}/${matter.matter_id}`}>{matter.kind === 'training_scheme' ? openScheme : openPlan}</ScreenLink> : open ? <Button kind={step.act === matter.next[0]?.act ? 'primary' : 'secondary'} onClick={onTake}>{label}</Button> : <strong>{label}</strong>}
        <span className="small">{open ? say.mayTake : step.why === null ? '' : why[step.why]} · <ScreenLink {...clauseLink(step.clause)}>{step.clause}</ScreenLink></span>
      </div>
      {step.guards.length > 0 && (
        <ul className="matter-guards" aria-label={say.reachedGuards}>
          {step.guards.map(({ id, met, detail }) => (
            <li key={id} data-met={met}>
              <span aria-hidden="true">{met ? '✓' : '▲'}</span> <span className="hidden-text">{met ? say.met : say.unmet}：</span>
              {labels.get(id)?.label[language] ?? id} · <ScreenLink {...clauseLink(labels.get(id)?.clause ?? step.clause)}>{labels.get(id)?.clause}</ScreenLink>
              {detail !== null && <span className="matter-detail">{detail[language]}</span>}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
