import { groupWhole } from '../../../core/check/phrases.ts';
import { LINE_LABELS } from '../../../core/funding/labels.ts';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import { StatusMark } from '../../components/Status/Status.tsx';
import type { ScenarioAnswer } from '../../provenance/answers.ts';
import { useOrigins } from '../../provenance/useOrigins.ts';
import { usePack } from '../../provenance/usePack.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { policyWords } from '../../words/policy.ts';
import { verdictWords } from '../../words/verdict.ts';
import { campusLink, clauseLink } from '../clauses/links.ts';
import { YearTable } from './YearTable.tsx';

type Impact = NonNullable<ScenarioAnswer['impact']>;
type Said = Impact['verdicts'][number]['before'];

interface ImpactAnswerProps {
  readonly impact: Impact;
  readonly names: ScenarioAnswer['campuses'];
  /** Of the day of the page: what stands today opens to its records. */
  readonly live?: boolean;
}

/** Campuses, students and budgets, together. */
export function ImpactAnswer({ impact, names, live = false }: ImpactAnswerProps) {
  const say = useWords(policyWords);
  const graduates = impact.graduation.changes.reduce((sum, { students }) => sum + students, 0);
  const campuses = new Set(impact.verdicts.flatMap(({ campus_id }) => campus_id ?? [])).size;
  const money = impact.money.lines.filter(({ before_yuan, after_yuan }) => before_yuan !== after_yuan).length;
  const nothing = impact.verdicts.length + impact.targets.length + impact.years.length + graduates + money === 0;
  return (
    <>
      <p className="policy-said" role="status">{nothing ? say.same : say.summary(campuses, impact.campuses, groupDigits(String(impact.heads)), graduates, money)}</p>
      <Verdicts impact={impact} names={names} live={live} />
      <Years impact={impact} names={names} />
      <Sums impact={impact} />
      <Graduation impact={impact} />
      <Money impact={impact} />
    </>
  );
}

function Outcome({ said }: { readonly said: Said }) {
  const words = useWords(verdictWords);
  return <span className="scenario-short"><StatusMark outcome={said.outcome} /> {words[said.outcome]} <span className="small">{[said.value, said.required].filter((one) => one !== null).join(' / ')}</span></span>;
}

function Verdicts({ impact: { verdicts, targets }, names, live = false }: ImpactAnswerProps) {
  const say = useWords(policyWords);
  const { language } = useSettings().settings;
  const pack = usePack();
  const origins = useOrigins();
  const labelOf = (id: string): string => [...pack?.standards ?? [], ...pack?.schoolStandards ?? []].find((one) => one.id === id)?.label[language] ?? '';
  const head = [{ label: say.standard }, { label: say.before }, { label: say.after }];
  return (
    <>
      {verdicts.length === 0 && <p>{say.verdictsNone}</p>}
      <YearTable
        id="policy-verdicts" title={say.verdicts} head={[{ label: say.place }, ...head, { label: say.students, number: true }]}
        rows={verdicts.map(({ campus_id, school_id, standard, clause, students, before, after }) => [
          campus_id === null ? school_id : <ScreenLink key="place" {...campusLink(campus_id)}>{names.find((one) => one.campus_id === campus_id)?.name ?? campus_id}</ScreenLink>,
          <span key="standard"><ScreenLink {...clauseLink(clause)}>{standard}</ScreenLink> {labelOf(standard)}</span>,
          live && campus_id !== null ? <Figure key="before" label={`${standard} ${say.before}`} from={origins.cell(campus_id, standard)}><Outcome said={before} /></Figure> : <Outcome key="before" said={before} />,
          <Outcome key="after" said={after} />, students === null ? '—' : groupDigits(String(students)),
        ])}
      />
      <YearTable
        id="policy-targets" title={say.targets} head={[{ label: say.target }, { label: say.year }, { label: say.before }, { label: say.after }]}
        rows={targets.map(({ standard, part, year, before, after }) => [pack?.targets.find((one) => one.id === standard && one.part === part)?.label[language] ?? standard, year ?? '—', <Outcome key="before" said={before} />, <Outcome key="after" said={after} />])}
      />
    </>
  );
}

function Years({ impact: { years }, names }: ImpactAnswerProps) {
  const say = useWords(policyWords);
  return (
    <YearTable
      id="policy-years" title={say.years} head={[{ label: say.year }, { label: say.campus }, { label: say.students, number: true }, { label: say.fails }, { label: say.passes }]}
      rows={years.map(({ year, campus_id, students, fails, passes }) => [year, names.find((one) => one.campus_id === campus_id)?.name ?? campus_id, students === null ? '—' : groupDigits(String(students)), fails.join(say.comma) || '—', passes.join(say.comma) || '—'])}
    />
  );
}

const POSTS = ['teachers', 'ideology', 'counsellors', 'psychologists'] as const;

function Sums({ impact: { sums } }: Pick<ImpactAnswerProps, 'impact'>) {
  const say = useWords(policyWords);
  const both = (before: string, after: string) => (before === after ? before : <strong>{say.arrow(before, after)}</strong>);
  return (
    <YearTable
      id="policy-posts" title={say.posts} head={[{ label: say.year }, ...POSTS.map((post) => ({ label: say[post], number: true })), { label: say.grant, number: true }]}
      rows={sums.map(({ year, needed, grant_before_yuan, grant_after_yuan }) => [
        year, ...POSTS.map((post) => both(groupDigits(String(needed[post].before)), groupDigits(String(needed[post].after)))), both(groupWhole(grant_before_yuan ?? '—'), groupWhole(grant_after_yuan ?? '—')),
      ])}
    />
  );
}

function Graduation({ impact: { graduation } }: Pick<ImpactAnswerProps, 'impact'>) {
  const say = useWords(policyWords);
  return (
    <YearTable
      id="policy-graduation" title={say.graduation} note={say.graduationNote(graduation.audited)} head={[{ label: say.before }, { label: say.after }, { label: say.number, number: true }]}
      rows={graduation.changes.map(({ before, after, students }) => [say[before], say[after], groupDigits(String(students))])}
    />
  );
}

function Money({ impact: { money } }: Pick<ImpactAnswerProps, 'impact'>) {
  const say = useWords(policyWords);
  const { language } = useSettings().settings;
  if (!money.settled) return <p>{say.notSettled}</p>;
  const amount = (yuan: string | null): string => (yuan === null ? say.missing : groupWhole(yuan));
  return (
    <YearTable
      id="policy-money" title={say.money} note={say.moneyNote(money.shares_raised)} head={[{ label: say.kind }, { label: say.year }, { label: say.before, number: true }, { label: say.after, number: true }]}
      rows={money.lines.map(({ kind, clause, year, before_yuan, after_yuan }) => [<span key="kind"><ScreenLink {...clauseLink(clause)}>{clause}</ScreenLink> {LINE_LABELS[kind][language]}</span>, year, amount(before_yuan), before_yuan === after_yuan ? amount(after_yuan) : <strong key="after">{amount(after_yuan)}</strong>])}
    />
  );
}
