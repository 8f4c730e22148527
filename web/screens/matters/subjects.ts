import { useQuery } from '@tanstack/react-query';
import type { MatterKind } from '../../../core/approvals/matter-kind.ts';
import { campusesQuery, parametersQuery } from '../../provenance/asked.ts';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useSettings } from '../../settings/SettingsProvider.tsx';
import { useSession } from '../../shell/session.ts';
import { useOrganisations, useProgrammes } from '../grants/queries.ts';
import { schoolsToChoose } from './schools-to-choose.ts';

const COORDINATORS: ReadonlySet<string> = new Set(['office', 'city_bureau', 'county_bureau']);

/** What a matter of a kind may be about, for whoever opens it: one's own schools, campuses in reach, every parameter. */
export function useSubjects(about: MatterKind['about'], kind = ''): readonly { readonly value: string; readonly label: string }[] {
  const asked = useAsked();
  const { language } = useSettings().settings;
  const { roles } = useSession();
  const organisations = useOrganisations().data ?? [];
  const campuses = useQuery({ ...campusesQuery(asked), enabled: about === 'campus' }).data?.campuses ?? [];
  const parameters = useQuery({ ...parametersQuery(asked), enabled: about === 'parameter' }).data?.parameters ?? [];
  const programmes = useProgrammes(about === 'programme').data ?? [];
  const own = new Set(roles.map(({ org_id }) => org_id));
  switch (about) {
    case 'school': case 'college': return schoolsToChoose(about, kind, roles, organisations).map(({ org_id, name }) => ({ value: org_id, label: name }));
    // S1: one's own body raises difficulties and nominates cases; whoever co-ordinates chooses among all.
    case 'body': case 'asker': return organisations.filter(({ org_id }) => own.has(org_id) || (about === 'body' && roles.some(({ role }) => COORDINATORS.has(role)))).map(({ org_id, name }) => ({ value: org_id, label: name }));
    case 'programme': return programmes;
    case 'campus': return campuses.filter(({ school_id }) => own.has(school_id)).map(({ campus_id, name }) => ({ value: campus_id, label: name }));
    case 'parameter': return parameters.map(({ key, label, clause }) => ({ value: key, label: `${label[language]}（${clause}）` }));
    // Rounds have a name; what is asked of a roll begins on the pages of students.
    case 'round': case 'student': case 'keeper': case 'enterprise': case 'payer': return [];
  }
}
