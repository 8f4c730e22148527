import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate } from '../../words/format.ts';
import { schemeWords } from '../../words/schemes.ts';
import type { Matter } from '../matters/queries.ts';
import type { Scheme } from './queries.ts';

/** M9-a: college, school and firms, and who of them has agreed to what stands now. */
export function Parties({ scheme, matter }: { scheme: Scheme; matter: Matter }) {
  const say = useWords(schemeWords);
  const { language } = useSettings().settings;
  const { programme, agreed, revision, lacking, content } = scheme;
  const drawn = matter.entries.filter(({ act }) => act === 'revise').at(-1);
  const named = new Map([...scheme.firms, ...programme.firms].map(({ org_id, name }) => [org_id, name]));
  const waiting = [
    ...(revision > 0 && lacking.school ? [{ key: programme.school.org_id, name: programme.school.name, part: say.school }] : []),
    ...(content?.firms ?? []).filter((id) => !agreed.some((one) => one.firm === id && one.revision === revision)).map((id) => ({ key: id, name: named.get(id) ?? id, part: say.firm })),
  ];
  return (
    <section aria-labelledby="scheme-parties">
      <h2 id="scheme-parties">{say.parties}</h2>
      <p>{say.partiesLead}</p>
      <div className="wide-table">
        <table className="ledger ledger-cards">
          <caption className="hidden-text">{say.parties}</caption>
          <thead><tr>{[say.party, say.role, say.person, say.day, say.state].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
          <tbody>
            <tr>
              <th scope="row">{programme.college.name}</th><td data-label={say.role}>{say.college}</td><td data-label={say.person}>{drawn?.person ?? '–'}</td>
              <td className="unbroken" data-label={say.day}>{drawn === undefined ? '–' : formatDate(drawn.on, language)}</td><td data-label={say.state}>{drawn === undefined ? '–' : <Standing text={say.led} />}</td>
            </tr>
            {waiting.map(({ key, name, part }) => (
              <tr key={key}>
                <th scope="row">{name}</th><td data-label={say.role}>{part}</td><td data-label={say.person}>–</td><td data-label={say.day}>–</td>
                <td data-label={say.state}><span className="status status-undetermined"><span aria-hidden="true">◇</span> {say.awaited}</span></td>
              </tr>
            ))}
            {agreed.toReversed().map((one) => (
              <tr key={`${one.firm ?? ''} ${one.revision}`}>
                <th scope="row">{one.party}</th><td data-label={say.role}>{one.firm === null ? say.school : say.firm}</td><td data-label={say.person}>{one.person}</td>
                <td className="unbroken" data-label={say.day}>{formatDate(one.on, language)}</td><td data-label={say.state}>{one.revision === revision ? <Standing text={say.agreed} /> : say.earlier}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Standing({ text }: { text: string }) {
  return <span className="status status-met"><span aria-hidden="true">●</span> {text}</span>;
}
