import { consequenceText } from '../../../core/check/phrases.ts';
import { Figure } from '../../components/Figure/Figure.tsx';
import { Status } from '../../components/Status/Status.tsx';
import type { ShownVerdict } from '../../provenance/answers.ts';
import { useSettings } from '../../settings/SettingsProvider.tsx';
import type { Agreement } from './queries.ts';
import { useAgreementRows, useCooperationOrigin } from './useCooperationOrigin.ts';

/** A verdict about who works together, opened down to the agreements it was judged by. */
export function VerdictLine({ verdict, agreements }: { verdict: ShownVerdict; agreements: readonly Agreement[] }) {
  const { language } = useSettings().settings;
  const label = `${verdict.label[language]} ${verdict.clause}`;
  const from = useCooperationOrigin(verdict, useAgreementRows(agreements));
  return (
    <p>
      <Figure label={label} from={from}>{label}</Figure> <Status outcome={verdict.outcome} detail={verdict.outcome === 'met' ? '' : consequenceText(verdict, language)} />
    </p>
  );
}
