import { useQueryClient } from '@tanstack/react-query';
import type { ProvenanceSource } from '../../components/ProvenancePanel/ProvenanceProvider.tsx';
import { parametersQuery } from '../../provenance/asked.ts';
import { useAsked } from '../../provenance/useOrigins.ts';
import { certificateWords } from '../../words/certificates.ts';
import { formatDate } from '../../words/format.ts';
import { plainOrigin } from '../forecast/origin.ts';
import type { StandingAnswer } from './queries.ts';

const KEYS = ['cert.skill_level', 'cert.x_levels', 'cert.gate', 'roll.secondary_years', 'roll.higher_years'];
type Standing = 'held' | 'exempted' | 'unverified' | 'lacking' | 'not_reported';

/** Where the rate and the counts of certificates come from; looked up when they are opened. */
export function useCertificateOrigins({ on }: Pick<StandingAnswer, 'on'>) {
  const asked = useAsked();
  const queries = useQueryClient();
  const say = certificateWords[asked.language];
  const inForce = () => queries.fetchQuery({ ...parametersQuery(asked), staleTime: 60_000 });
  return {
    rate: ({ held, of, value }: NonNullable<StandingAnswer['rate']>): ProvenanceSource => async () =>
      plainOrigin(asked, { title: say.rate, clause: 'M9-e', computed: say.rateFormula(held, of, value), note: say.rateNote(held, of), keys: KEYS }, await inForce()),
    count: (standing: Standing): ProvenanceSource => async () =>
      plainOrigin(asked, { title: say[standing], clause: 'M9-e', note: say.countNote(say[standing], formatDate(on, asked.language)), keys: KEYS }, await inForce()),
  };
}
