import { placeNames, type PlaceNames } from '../../../core/allocation/phrases.ts';
import { groupWhole } from '../../../core/check/phrases.ts';
import { LINE_LABELS } from '../../../core/funding/labels.ts';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import { StatusMark } from '../../components/Status/Status.tsx';
import type { ScenarioAnswer } from '../../provenance/answers.ts';
import { usePack } from '../../provenance/usePack.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { policyWords } from '../../words/policy.ts';
import { verdictWords } from '../../words/verdict.ts';
import { clauseLink } from '../clauses/links.ts';
import { Place } from './Place.tsx';
import { useTriedOrigins, type TrialAsked } from './useTriedOrigins.ts';
import { YearTable } from './YearTable.tsx';

type Impact = NonNullable<ScenarioAnswer['impact']>;
type Said = Impact['verdicts'][number]['before'];

interface ImpactAnswerProps {
  readonly impact: Impact;
  readonly names: ScenarioAnswer['campuses'];
  readonly asked: TrialAsked;
}

interface PartProps {
  readonly impact: Impact;
  readonly origins: ReturnType<typeof useTriedOrigins>;
}

/** Campuses, students and budgets, together. */
export function ImpactAnswer({ impact, names, asked }: ImpactAnswerProps) {
  const say = useWords(policyWords);
  const origins = useTriedOrigins(asked, names);
  const places = placeNames(names);
  const graduates = impact.graduation.changes.reduce((sum, { students }) => sum + students, 0);
  const campuses = new Set(impact.verdicts.flatMap(({ campus_id }) => campus_id ?? [])).size;
  const money = impact.money.lines.filter(({ before_yuan, after_yuan }) => before_yuan !== after_yuan).length;
  const nothing = impact.verdicts.length + impact.targets.length + impact.years.length + graduates + money === 0;
  return (
    <>
      <p className="policy-said" role="status">{nothing ? say.same : say.summary(campuses, impact.campuses, groupDigits(String(impact.heads)), graduates, money)}</p>
      <Verdicts impact={impact} origins={origins} names={places} />
      <Years impact={impact} names={places} />
      <Sums impact={impact} origins={origins} />
      <Graduation impact={impact} origins={origins} />
      <Money impact={impact} origins={origins} />
    </>
  );
}

function Outcome({ said }: { readonly said: Said }) {
  const words = useWords(verdictWords);
  return <span className="scenario-short"><StatusMark outcome={said.outcome} /> {words[said.outcome]} <span className="small">{[said.value, said.required].filter((one) => one !== null).join(' / ')}</span></span>;
}

function Verdicts({ impact: { verdicts, targets }, origins, names }: PartProps & { readonly names: PlaceNames }) {
  const say = useWords(policyWords);
  const { language } = useSettings().settings;
  const pack = usePack();
  const labelOf = (id: string): string => [...pack?.standards ?? [], ...pack?.schoolStandards ?? []].find((one) => one.id === id)?.label[language] ?? '';
  const head = [{ label: say.standard }, { label: say.before }, { label: say.after }];
  return (
    <>
      {verdicts.length === 0 && <p>{say.verdictsNone}</p>}
      <YearTable
        id="policy-verdicts" title={say.verdicts} head={[{ label: say.place }, ...head, { label: say.students, number: true }]}
        rows={verdicts.map((row) => [
          <Place key="place" campus_id={row.campus_id} school_id={row.school_id} names={names} />,
          <span key="standard"><ScreenLink {...clauseLink(row.clause)}>{row.standard}</ScreenLink> {labelOf(row.standard)}</span>,
          <Figure key="before" label={`${row.standard} ${say.before}`} from={origins.now(row)}><Outcome said={row.before} /></Figure>,
          <Figure key="after" label={`${row.standard} ${say.after}`} from={origins.then(row)}><Outcome said={row.after} /></Figure>,
          row.students === null ? '—' : groupDigits(String(row.students)),
        ])}
      />
      <YearTable
        id="policy-targets" title={say.targets} head={[{ label: say.target }, { label: say.year }, { label: say.before }, { label: say.after }]}
        rows={targets.map((row) => [
          pack?.targets.find((one) => one.id === row.standard && one.part === row.part)?.label[language] ?? row.standard, row.year ?? '—', <Outcome key="before" said={row.before} />,
          <Figure key="after" label={`${row.standard} ${say.after}`} from={origins.target(row)}><Outcome said={row.after} /></Figure>,
        ])}
      />
    </>
  );
}

function Years({ impact: { years }, names }: Pick<PartProps, 'impact'> & { readonly names: PlaceNames }) {
  const say = useWords(policyWords);
  return (
    <YearTable
      id="policy-years" title={say.years} head={[{ label: say.year }, { label: say.campus }, { label: say.students, number: true }, { label: say.fails }, { label: say.passes }]}
      rows={years.map(({ year, campus_id, students, fails, passes }) => [year, <Place key="place" campus_id={campus_id} school_id={null} names={names} />, students === null ? '—' : groupDigits(String(students)), fails.join(say.comma) || '—', passes.join(say.comma) || '—'])}
    />
  );
}

const POSTS = ['teachers', 'ideology', 'counsellors', 'psychologists'] as const;

const GRANT_KEYS = ['grant.standard', 'grant.headcount', 'grant.months_previous', 'grant.months_current'];
const POST_KEYS = { teachers: ['ratio.teacher.max_students'], ideology: ['ratio.ideology.max_students'], counsellors: ['ratio.counsellor.max_students'], psychologists: ['psych.min_per_campus', 'psych.ratio'] } as const;

/** Before and after of one figure, that opens to clause, values and what is tried. */
function Both({ before, after, of, origins }: Pick<PartProps, 'origins'> & { readonly before: string; readonly after: string; readonly of: { readonly title: string; readonly clause: string; readonly note?: string; readonly keys?: readonly string[] } }) {
  const say = useWords(policyWords);
  return <Figure label={of.title} from={origins.plain({ ...of, before, after })}>{before === after ? before : <strong>{say.arrow(before, after)}</strong>}</Figure>;
}

function Sums({ impact: { sums }, origins }: PartProps) {
  const say = useWords(policyWords);
  return (
    <YearTable
      id="policy-posts" title={say.posts} head={[{ label: say.year }, ...POSTS.map((post) => ({ label: say[post], number: true })), { label: say.grant, number: true }]}
      rows={sums.map(({ year, needed, grant_before_yuan, grant_after_yuan }) => [
        year, ...POSTS.map((post) => (
          <Both key={post} origins={origins} of={{ title: `${year} ${say[post]}`, clause: 'R5-a', keys: POST_KEYS[post] }} before={groupDigits(String(needed[post].before))} after={groupDigits(String(needed[post].after))} />
        )),
        <Both key="grant" origins={origins} of={{ title: `${year} ${say.grant}`, clause: 'M5-d', keys: GRANT_KEYS }} before={groupWhole(grant_before_yuan ?? '—')} after={groupWhole(grant_after_yuan ?? '—')} />,
      ])}
    />
  );
}

function Graduation({ impact: { graduation }, origins }: PartProps) {
  const say = useWords(policyWords);
  return (
    <YearTable
      id="policy-graduation" title={say.graduation} note={say.graduationNote(graduation.audited)} head={[{ label: say.before }, { label: say.after }, { label: say.number, number: true }]}
      rows={graduation.changes.map(({ before, after, students }) => [
        say[before], say[after],
        <Figure key="students" label={say.graduation} from={origins.plain({ title: `${say.graduation} ${groupDigits(String(students))}`, clause: 'M9-e', before: say[before], after: say[after], note: say.gradNote, keys: CERTIFICATE_KEYS })}>{groupDigits(String(students))}</Figure>,
      ])}
    />
  );
}

const CERTIFICATE_KEYS = ['cert.gate', 'cert.skill_level'];

function Money({ impact: { money }, origins }: PartProps) {
  const say = useWords(policyWords);
  const { language } = useSettings().settings;
  if (!money.settled) return <p>{say.notSettled}</p>;
  const amount = (yuan: string | null): string => (yuan === null ? say.missing : groupWhole(yuan));
  return (
    <YearTable
      id="policy-money" title={say.money} note={say.moneyNote(money.shares_raised)} head={[{ label: say.kind }, { label: say.year }, { label: say.before, number: true }, { label: say.after, number: true }]}
      rows={money.lines.map(({ kind, clause, year, before_yuan, after_yuan }) => {
        const title = `${year} ${LINE_LABELS[kind][language]}`;
        const [before, after] = [amount(before_yuan), amount(after_yuan)];
        const shown = before_yuan === after_yuan ? after : <strong>{after}</strong>;
        return [
          <span key="kind"><ScreenLink {...clauseLink(clause)}>{clause}</ScreenLink> {LINE_LABELS[kind][language]}</span>, year, before,
          <Figure key="after" label={title} from={origins.plain({ title, clause, before, after, keys: origins.keysOf(clause) })}>{shown}</Figure>,
        ];
      })}
    />
  );
}
