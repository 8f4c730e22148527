import { ask, client, onceOnly } from '../../client.ts';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { Figure } from '../../components/Figure/Figure.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { May } from '../../shell/May.tsx';
import { teachingWords } from '../../words/teaching.ts';
import type { TaughtClass, Teaching } from './queries.ts';
import type { Doing } from './useDoing.ts';
import { useIdeologyOrigin } from './useIdeologyOrigin.ts';

/** Classes in reach: their scheme, what is open of it, hours of ideology, and what one may do. */
export function ClassTable({ teaching, doing }: { teaching: Teaching; doing: Doing }) {
  const say = useWords(teachingWords);
  const origin = useIdeologyOrigin(teaching.offerings);
  const { classes, term } = teaching;
  if (classes.length === 0) return <EmptyState title={say.noClasses}>{say.noClassesHelp}</EmptyState>;
  const acts = classes.some(({ may_open, heads, decides }) => may_open || heads || decides);
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{say.classes}</caption>
        <thead>
          <tr>
            <th scope="col">{say.classId}</th><th scope="col">{say.programme}</th><th scope="col">{say.cohort}</th><th scope="col" className="number">{say.students}</th><th scope="col">{say.scheme}</th>
            <th scope="col" className="number">{say.offered}</th><th scope="col" className="number">{say.ideology}</th>{acts && <th scope="col">{say.acts}</th>}
          </tr>
        </thead>
        <tbody>
          {classes.map((one) => (
            <tr key={`${one.class_id} ${one.programme_id} ${one.cohort}`}>
              <th scope="row" className="unbroken">{one.class_id}</th>
              <td data-label={say.programme}>{one.programme}</td>
              <td className="unbroken" data-label={say.cohort}>{say.cohortOf(one.cohort)}</td>
              <td data-label={say.students} className="number">{one.students}</td>
              <td data-label={say.scheme}><SchemeCell of={one} /></td>
              <td data-label={say.offered} className="number">{one.released} / {one.offerings}</td>
              <td data-label={say.ideology} className="number"><Figure label={say.ideologyTitle(one.class_id)} from={origin(one)}>{one.ideology.taught_hours ?? '–'} / {one.ideology.planned_hours}</Figure></td>
              {acts && <td data-label={say.acts}><Acts of={one} term={term} doing={doing} /></td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SchemeCell({ of: { scheme } }: { of: TaughtClass }) {
  const say = useWords(teachingWords);
  if (scheme === null) return <span className="status status-unmet"><span aria-hidden="true">▲</span> {say.noScheme}（<ScreenLink to="/clauses/M9-b">M9-b</ScreenLink>）</span>;
  return <><span className="status status-met"><span aria-hidden="true">●</span> {say.hasScheme}</span> <May do="matters.read"><ScreenLink to={`/schemes/${scheme}`}>{say.seeScheme}</ScreenLink></May></>;
}

function Acts({ of: { class_id, offerings, scheme, may_open, heads, decides }, term, doing }: { of: TaughtClass; term: string; doing: Doing }) {
  const say = useWords(teachingWords);
  const open = () => doing.run(() => ask(client.api.offerings.$post({ json: { class_id, term } }, onceOnly())), ({ opened }) => say.openedDone(opened));
  return (
    <>
      {may_open && offerings === 0 && scheme !== null && <Button aria-disabled={doing.busy} aria-label={say.openTitle(class_id)} onClick={() => void open()}>{say.open}</Button>}
      {(heads || decides) && <ScreenLink to={`/teaching/conduct/${encodeURIComponent(class_id)}`} query={{ term }}>{say.conduct}</ScreenLink>}
    </>
  );
}
