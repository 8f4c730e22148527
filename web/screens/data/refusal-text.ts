import type { Language } from '../../../core/values/bilingual.ts';
import { Refusal } from '../../client.ts';

/** What a refusal says in the language of the page; null when the server was not reached at all. */
export function refusalText(error: unknown, language: Language): { readonly title: string; readonly detail: string; readonly incident: string | null } | null {
  if (!(error instanceof Refusal)) return null;
  const { problem } = error;
  const zh = language === 'zh';
  return { title: zh ? problem.title : problem.title_en, detail: zh ? problem.detail : problem.detail_en, incident: problem.incident ?? null };
}
