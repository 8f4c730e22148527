import { useState } from 'react';
import { Button } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useInAddress } from '../../settings/useInAddress.ts';
import { benefitWords } from '../../words/benefits.ts';
import { formatDate } from '../../words/format.ts';
import { AddBenefitDialog } from './AddBenefitDialog.tsx';
import { ClaimDialog } from './ClaimDialog.tsx';
import { ClaimTable } from './ClaimTable.tsx';
import type { Benefits, Claim, ClaimAct } from './queries.ts';

const STATES = ['not_claimed', 'claimed', 'granted', 'refused'] as const;

/** The list of benefits, and how each claim stands. */
export function BenefitList({ benefits: { benefits, claims, may_add, on }, onDone }: { benefits: Benefits; onDone: (said: string) => Promise<void> }) {
  const say = useWords(benefitWords);
  const { language } = useSettings().settings;
  const [state, setState] = useInAddress('state');
  const [doing, setDoing] = useState<'add' | { readonly claim: Claim; readonly to: ClaimAct } | null>(null);
  const finished = async (said: string) => {
    setDoing(null);
    await onDone(said);
  };
  const names = new Map(benefits.map(({ benefit_id, name }) => [benefit_id, name]));
  const shown = claims.filter((one) => state === '' || one.state === state);
  return (
    <>
      <section className="agreement-part" aria-labelledby="benefits">
        <h2 id="benefits">{say.benefits}</h2>
        {may_add && <div className="button-row no-print"><Button onClick={() => setDoing('add')}>{say.add}</Button></div>}
        {benefits.length === 0 ? <EmptyState title={say.noBenefits}>{say.noBenefitsHelp}</EmptyState> : (
          <div className="wide-table">
            <table className="ledger ledger-cards">
              <caption className="hidden-text">{say.benefits}</caption>
              <thead><tr>{[say.name, say.basis, say.department, say.from].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
              <tbody>{benefits.map((one) => <tr key={one.benefit_id}><th scope="row">{one.name}</th><td data-label={say.basis}>{one.basis}</td><td data-label={say.department}>{one.department}</td><td className="unbroken" data-label={say.from}>{formatDate(one.from, language)}</td></tr>)}</tbody>
            </table>
          </div>
        )}
      </section>
      <section className="agreement-part" aria-labelledby="claims">
        <h2 id="claims">{say.claims}</h2>
        <p className="small">{say.claimsLead}</p>
        {claims.length === 0 ? <EmptyState title={say.noClaims}>{say.noClaimsHelp}</EmptyState> : (
          <>
            <div className="agreement-filters no-print"><SelectField label={say.filter} value={state === '' ? 'everything' : state} onChange={(next) => setState(next === 'everything' ? '' : next)} options={[{ value: 'everything', label: say.everything }, ...STATES.map((value) => ({ value, label: say[`state_${value}`] }))]} /></div>
            <ClaimTable claims={shown} names={names} onStep={(claim, to) => setDoing({ claim, to })} />
          </>
        )}
      </section>
      {doing === 'add' && <AddBenefitDialog onClose={() => setDoing(null)} onDone={() => finished(say.added)} />}
      {doing !== null && doing !== 'add' && <ClaimDialog {...doing} name={names.get(doing.claim.benefit_id) ?? ''} today={on} onClose={() => setDoing(null)} onDone={() => finished(say.recorded)} />}
    </>
  );
}
