import { yearOf } from '../../../core/values/plain-date.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { Status } from '../../components/Status/Status.tsx';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { Page } from '../../shell/PageHead.tsx';
import { formatDate, groupDigits } from '../../words/format.ts';
import { moneyWords } from '../../words/money.ts';
import { settlementWords } from '../../words/settlement.ts';
import { ProposeMatter } from '../matters/ProposeMatter.tsx';
import { useMoneyOrigin } from '../clearing/useMoneyOrigin.ts';
import { MoneyTabs } from './MoneyTabs.tsx';
import { useGrantArrears, type GrantOfCampus, type GrantsAnswer } from './queries.ts';

/** 拨款与欠拨: the grant campus by campus, with the heads behind it and what is late by age. */
export function GrantsPage() {
  const [say, of] = [useWords(moneyWords), useWords(settlementWords)];
  const { on } = useAsked();
  const [asked, setYear] = useInAddress('fiscal_year');
  const years = [yearOf(on), yearOf(on) - 1];
  const year = years.find((one) => String(one) === asked) ?? yearOf(on);
  return (
    <Page title={say.grants} lead={say.grantsLead}>
      <MoneyTabs here="grants" />
      <div className="settlement">
        <div className="settlement-controls no-print">
          <SelectField id="grants-year" label={of.fiscalYear} value={String(year)} onChange={setYear} options={years.map((one) => ({ value: String(one), label: of.fiscalOf(one) }))} />
        </div>
        <Answer query={useGrantArrears(year)}>{(answer) => <Grants answer={answer} />}</Answer>
      </div>
    </Page>
  );
}

function Grants({ answer: { campuses, no_rule, may_request, open_matter, fiscal_year } }: { answer: GrantsAnswer }) {
  const say = useWords(moneyWords);
  if (no_rule) return <EmptyState title={say.noRule}>{say.grantsNoneHelp}</EmptyState>;
  if (campuses.length === 0) return <EmptyState title={say.grantsNone}>{say.grantsNoneHelp}</EmptyState>;
  return (
    <>
      {open_matter !== null && <Notice kind="info" title={say.requestOpen}><ScreenLink to={`/matters/${open_matter}`}>{say.toMatter}</ScreenLink></Notice>}
      {may_request.map((subject) => <ProposeMatter key={subject} label={say.request} opening={{ kind: 'grant_request', subject, details: { year: fiscal_year } }} />)}
      {campuses.map((one) => <OfCampus key={one.campus.id} grant={one} />)}
    </>
  );
}

function OfCampus({ grant }: { grant: GrantOfCampus }) {
  const [say, of] = [useWords(moneyWords), useWords(settlementWords)];
  const { language } = useSettings().settings;
  const origin = useMoneyOrigin();
  const { campus, payer, college, standard_yuan, previous, current, ages, outcome, reason, in_place, due_formula, overdue_formula } = grant;
  const name = campus.name ?? campus.id;
  const figure = (title: string, yuan: string | null, told: { computed: string; keys?: readonly string[]; clause?: string }) => (
    <Figure label={`${name} ${title}`} from={origin({ title: `${name} ${title}`, clause: told.clause ?? 'M5-d', computed: told.computed, keys: told.keys ?? [] })}>{yuan === null ? of.unknown : groupDigits(yuan)}</Figure>
  );
  const heads = ({ on, students }: GrantOfCampus['previous']): string => say.headsOf(formatDate(on, language), students === null ? say.notSigned : String(students));
  return (
    <section className="grant-campus" aria-labelledby={`grant-${campus.id}`}>
      <h2 id={`grant-${campus.id}`}>{name} <Status outcome={outcome} detail={reason?.[language] ?? ''} /></h2>
      <p className="small">{payer === null ? of.noPayer : payer.name ?? payer.id} → {college.name ?? college.id} · {say.standard} {standard_yuan === null ? of.unknown : groupDigits(standard_yuan)} · {heads(previous)} · {heads(current)}</p>
      <dl className="grant-figures">
        <div><dt>{of.due}</dt><dd>{figure(of.due, grant.due_yuan, { computed: due_formula, keys: ['grant.standard', 'grant.headcount', 'grant.months_previous', 'grant.months_current'] })}</dd></div>
        <div><dt>{say.received}</dt><dd>{figure(say.received, grant.received_yuan, { computed: `Σ = ${grant.received_yuan ?? '?'}`, clause: 'M5-e' })}{in_place !== null && <span className="small"> {in_place}%</span>}</dd></div>
        <div><dt>{of.outstanding}</dt><dd>{figure(of.outstanding, grant.outstanding_yuan, { computed: `${grant.due_yuan ?? '?'} − ${grant.received_yuan ?? '?'} = ${grant.outstanding_yuan ?? '?'}`, clause: 'M5-e' })}</dd></div>
        <div><dt>{of.overdue}</dt><dd>{figure(of.overdue, grant.overdue_yuan, { computed: overdue_formula, keys: ['grant.instalment_days', 'grant.instalment_share'], clause: 'M5-e' })}</dd></div>
      </dl>
      {ages.length > 0 && (
        <>
          <h3>{say.ages}</h3>
          <dl className="grant-figures">
            {ages.map(({ from, to, amount_yuan }) => {
              const age = to === null ? say.over(from - 1) : say.between(from, to);
              return <div key={from}><dt>{age}</dt><dd>{figure(age, amount_yuan, { computed: overdue_formula, keys: ['grant.arrears_days', 'grant.instalment_days'], clause: 'M5-e' })}</dd></div>;
            })}
          </dl>
        </>
      )}
    </section>
  );
}
