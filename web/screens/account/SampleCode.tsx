import { useQuery } from '@tanstack/react-query';
import { ask, client } from '../../client.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { useRegion } from '../../shell/region.ts';
import { addressWords } from '../../words/outbox.ts';

/** The code that was asked for last: in the sample region no message goes out. Elsewhere nothing. */
export function SampleCode({ asked }: { /** Another each time that a code is asked for. */ asked: string }) {
  const say = useWords(addressWords);
  const sample = useRegion().data?.sample === true;
  const query = useQuery({ queryKey: ['sample-code', asked], queryFn: () => ask(client.api['sample-code'].$get()), enabled: sample });
  const code = query.data?.code ?? null;
  return code === null ? null : <p role="status">{say.sampleCode(code)}</p>;
}
