import { useQuery } from '@tanstack/react-query';
import type { SheetName } from '../../../../core/exchange/sheets.ts';
import { ask, client } from '../../../client.ts';
import { retryUnlessRefused } from '../../../provenance/asked.ts';
import { useSettings } from '../../../settings/SettingsProvider.tsx';
import type { Preview } from './answers.ts';

/** The preview with some sheets replaced: judged by the server again whenever the choice changes. */
export function useReplaced({ upload_id }: Preview, replace: ReadonlySet<string>) {
  const { on } = useSettings().settings;
  const chosen = [...replace].sort() as SheetName[];
  return useQuery({
    queryKey: ['replacing', upload_id, chosen, on],
    enabled: chosen.length > 0,
    queryFn: () => ask(client.api.imports.replacing.$post({ query: { on }, json: { upload_id, replace: chosen } })),
    retry: retryUnlessRefused,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
