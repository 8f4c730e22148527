import type { Bilingual } from '../values/bilingual.ts';
import type { ColumnKind, Unit } from './column.ts';
import { sheets } from './sheets.ts';
import type { Sheet } from './sheet.ts';

/** One column as a template, a form or a document shows it. */
export interface TemplateColumn {
  /** The English heading. */
  readonly key: string;
  readonly label: Bilingual;
  readonly kind: ColumnKind;
  /** False when a cell may be empty. */
  readonly required: boolean;
  readonly unit: Unit | null;
  /** Allowed values with their labels; null where any value of the kind is allowed. */
  readonly codes: Readonly<Record<string, Bilingual>> | null;
  /** Sheets whose rows the value names; empty where it names none. */
  readonly references: readonly string[];
}

export interface TemplateSheet {
  readonly name: string;
  readonly label: Bilingual;
  readonly key: readonly string[];
  readonly columns: readonly TemplateColumn[];
}

/** All sheets with their columns, in the order of the template: what `template --json` prints. */
export function templateJson(): { readonly sheets: readonly TemplateSheet[] } {
  return { sheets: Object.values(sheets).map(templateSheet) };
}

/** One sheet as a template shows it. */
export function templateSheet({ name, label, key, columns }: Sheet): TemplateSheet {
  return {
    name, label, key,
    columns: Object.entries(columns).map(([columnKey, column]) => ({
      key: columnKey,
      label: column.label,
      kind: column.kind,
      required: !column.optional,
      unit: column.unit ?? null,
      codes: column.codes ?? null,
      references: column.references ?? [],
    })),
  };
}
