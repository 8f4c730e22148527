import { consequenceText } from '../../../core/check/phrases.ts';
import { Figure } from '../../components/Figure/Figure.tsx';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { Status } from '../../components/Status/Status.tsx';
import type { ShownVerdict } from '../../provenance/answers.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { organisationWords } from '../../words/organisations.ts';
import type { Agreement, Programme } from './queries.ts';
import { useAgreementRows, useCooperationOrigin } from './useCooperationOrigin.ts';

/** Programmes with the two schools and whether all three sides carry them (M1-a). */
export function ProgrammeTable({ programmes, agreements }: { programmes: readonly Programme[]; agreements: readonly Agreement[] }) {
  const say = useWords(organisationWords);
  return (
    <div className="wide-table">
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{say.programmes}</caption>
        <thead>
          <tr>{[say.programme, say.college, say.school, `${say.partiesVerdict} M1-a`].map((head) => <th key={head} scope="col">{head}</th>)}</tr>
        </thead>
        <tbody>
          {programmes.map((programme) => (
            <tr key={programme.programme_id}>
              <th scope="row"><ScreenLink to={`/organisations/programme/${encodeURIComponent(programme.programme_id)}`}>{programme.name}</ScreenLink></th>
              <td data-label={say.college}>{programme.college}</td>
              <td data-label={say.school}>{programme.school}</td>
              <td data-label={`${say.partiesVerdict} M1-a`}>
                {programme.verdict === null ? <span className="small">{say.notYours}</span>
                  : <Carried verdict={programme.verdict} agreements={agreements.filter((one) => one.programmes.some(({ programme_id }) => programme_id === programme.programme_id))} name={programme.name} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Carried({ verdict, agreements, name }: { verdict: ShownVerdict; agreements: readonly Agreement[]; name: string }) {
  const { language } = useSettings().settings;
  const rows = useAgreementRows(agreements);
  const from = useCooperationOrigin(verdict, rows);
  return (
    <Figure label={`${name} ${verdict.label[language]}`} from={from}>
      <Status outcome={verdict.outcome} detail={verdict.outcome === 'met' ? '' : consequenceText(verdict, language)} />
    </Figure>
  );
}
