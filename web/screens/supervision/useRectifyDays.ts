import { useQuery } from '@tanstack/react-query';
import type { Severity } from '../../../core/approvals/matters/finding.ts';
import { parametersQuery } from '../../provenance/asked.ts';
import { useAsked } from '../../provenance/useOrigins.ts';

/** B48: the days to rectify a finding of each severity, as the law has them; undefined while they are not known. */
export function useRectifyDays(): (severity: Severity) => string | undefined {
  const parameters = useQuery(parametersQuery(useAsked())).data?.parameters ?? [];
  return (severity) => {
    const value = parameters.find(({ key }) => key === `rectify.days.${severity}`)?.value;
    return value === undefined ? undefined : String(value);
  };
}
