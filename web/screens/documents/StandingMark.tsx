import { useWords } from '../../settings/SettingsProvider.tsx';
import { documentWords } from '../../words/documents.ts';
import type { DocumentHead } from './queries.ts';

const SHAPES = { valid: '●', replaced: '▲', revoked: '▲' } as const;

/** Shape and word. */
export function StandingMark({ standing }: { standing: DocumentHead['standing'] }) {
  const say = useWords(documentWords);
  return (
    <span className="document-standing" data-standing={standing}>
      <span aria-hidden="true">{SHAPES[standing]}</span> {say[standing]}
    </span>
  );
}
