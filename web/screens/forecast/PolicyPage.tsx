import { useLocation, useSearch } from 'wouter';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { policyWords } from '../../words/policy.ts';
import { KeptPlans } from './KeptPlans.tsx';
import { TriedEffect } from './TriedEffect.tsx';
import { TriedValues } from './TriedValues.tsx';

const FARTHEST = 10;
const USUAL = 5;

/** Other values of law: what is tried stands in the address, and is asked at once. */
export function PolicyPage() {
  const say = useWords(policyWords);
  const asked = useAsked();
  const [path, navigate] = useLocation();
  const query = new URLSearchParams(useSearch());
  const start = Number(asked.on.slice(0, 4));
  const tried = query.get('tried') ?? '';
  const to = Number(query.get('to') ?? start + USUAL);
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(window.location.search);
    if (value === '') next.delete(name);
    else next.set(name, value);
    navigate(`${path}?${next.toString()}`, { replace: true });
  };
  return (
    <Page title={say.title} lead={say.lead}>
      <p className="no-print"><ScreenLink to="/forecast">← {say.back}</ScreenLink></p>
      <div className="forecast">
        <div className="forecast-controls no-print">
          <SelectField label={say.to} value={String(to)} onChange={(value) => set('to', value)} options={Array.from({ length: FARTHEST }, (_, at) => String(start + 1 + at)).map((year) => ({ value: year, label: year }))} />
          <TriedValues begin tried={tried} onChange={(value) => set('tried', value)} />
          <Button onClick={() => window.print()}>{say.print}</Button>
        </div>
        {tried === '' ? <EmptyState title={say.notYet}>{say.notYetHelp}</EmptyState> : <TriedEffect question={{ on: asked.on, known: asked.known, to, tried }} />}
        <KeptPlans />
      </div>
    </Page>
  );
}
