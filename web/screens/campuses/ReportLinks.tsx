import { dayOf } from '../../provenance/asked.ts';
import { useAsked } from '../../provenance/useOrigins.ts';
import { May } from '../../shell/May.tsx';

interface ReportLinksProps {
  readonly xlsx: string;
  readonly html: string;
  /** Of one campus; otherwise of all. */
  readonly campus_id?: string;
}

/** 办学条件达标表 of the day of the page: the workbook to keep, the page to print. */
export function ReportLinks({ xlsx, html, campus_id }: ReportLinksProps) {
  const query = new URLSearchParams(dayOf(useAsked()));
  if (campus_id !== undefined) query.set('campus', campus_id);
  return (
    <May do="verdicts.export">
      <a className="button button-secondary" href={`/api/reports/conditions.xlsx?${query}`} download>
        {xlsx}
      </a>
      <a className="button button-secondary" href={`/api/reports/conditions.html?${query}`} target="_blank" rel="noreferrer">
        {html}
      </a>
    </May>
  );
}
