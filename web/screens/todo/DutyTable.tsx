import { ButtonLink, ScreenLink } from '../../components/Button/Button.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { todoWords } from '../../words/todo.ts';
import { clauseLink } from '../clauses/links.ts';
import { DueDay, DueMark } from './DueMark.tsx';
import type { DutyGroup } from './queries.ts';

interface DutyTableProps {
  readonly label: string;
  readonly groups: readonly DutyGroup[];
  /** Whether they are the reader's own: then each has its one action, else who owes it. */
  readonly own: boolean;
}

/** What is owed, the earliest last day first; many of one kind and day are one line that opens the list. */
export function DutyTable({ label, groups, own }: DutyTableProps) {
  const say = useWords(todoWords);
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards duty-table">
        <caption className="hidden-text">{label}</caption>
        <thead>
          <tr>
            {[say.what, ...(own ? [] : [say.who]), say.due, say.state, say.act].map((head) => <th key={head} scope="col">{head}</th>)}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => <Row key={`${group.duty} ${group.due_on} ${group.owed_by.map(({ place_id }) => place_id).join(' ')}`} group={group} own={own} />)}
        </tbody>
      </table>
    </div>
  );
}

function Row({ group, own }: { group: DutyGroup; own: boolean }) {
  const say = useWords(todoWords);
  const { language } = useSettings().settings;
  const { duty, label, clause, action, due_on, many, about, owed_by, days_left, without_table } = group;
  const name = about?.title?.[language] ?? about?.name ?? about?.id;
  return (
    <tr>
      <th scope="row">
        {label[language]}
        {many > 1 && <span className="duty-many">{say.many(many)}</span>}
        <span className="small duty-note">
          <ScreenLink {...clauseLink(clause)}>{say.clause(clause)}</ScreenLink>
          {own && name != null && about?.kind !== 'region' && ` · ${say.about(name)}`}
        </span>
      </th>
      {!own && <td data-label={say.who}>{owed_by.map(({ role_name, place_name }) => `${place_name ?? ''} ${role_name[language]}`.trim()).join('；')}</td>}
      <td data-label={say.due}><DueDay due_on={due_on} without_table={without_table} /></td>
      <td data-label={say.state}><DueMark days_left={days_left} /></td>
      <td data-label={say.act} className="duty-acts">
        {many > 1 || !own ? (
          <ButtonLink kind={own ? 'primary' : 'secondary'} to="/todo" query={{ duty, due: due_on, ...(!own && { by: owed_by.map(({ role, place_id }) => `${role}@${place_id ?? '*'}`)[0] ?? '' }) }}>{say.seeAll(many)}</ButtonLink>
        ) : (
          <ButtonLink kind="primary" to={action.screen}>{action.label[language]}</ButtonLink>
        )}
      </td>
    </tr>
  );
}
