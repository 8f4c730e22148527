import { SERIES_IDS, type SeriesId } from '../core/documents/series.ts';
import type { Transaction } from './transaction.ts';

/**
 * Takes the next number of a series in a year. The counter stays locked until the transaction ends: others of the
 * series wait, and a number that is rolled back is given to the next.
 */
export async function takeNumber(tx: Transaction, series: SeriesId, year: number): Promise<number> {
  const [row] = await tx.query<{ last_number: number }>(
    `insert into number_series as n (region_id, series, year, last_number) values ($1, $2, $3, 1)
     on conflict (region_id, series, year) do update set last_number = n.last_number + 1 returning last_number`,
    [tx.actor.region_id, series, year]);
  if (row === undefined) throw new Error(`no number of ${series} ${year} was given`);
  return row.last_number;
}

/** How a series stands in a year, counted from the documents themselves. */
export interface SeriesState {
  readonly series: SeriesId;
  readonly year: number;
  readonly last_number: number;
  /** Documents that carry a number of it. */
  readonly documents: number;
  /** Numbers up to the last that no document carries; none, or something is wrong. At most a hundred. */
  readonly gaps: readonly number[];
  /** Whether a document carries a number above the last. */
  readonly beyond: boolean;
}

/** Every series with the years in which it gave numbers, the latest first. To be asked within `tx.whole`: gaps are over all documents. */
export async function seriesStates(tx: Transaction): Promise<SeriesState[]> {
  const rows = await tx.query<{ series: SeriesId; year: number; last_number: number; documents: bigint; highest: number | null; gaps: number[] | null }>(
    `with numbered as (select region_id, series, year, number from documents where region_id = $1
       union select region_id, series, year, number from agreement_papers where region_id = $1
       union select region_id, series, year, number from placement_papers where region_id = $1)
     select n.series, n.year, n.last_number, count(d.number) as documents, max(d.number) as highest,
       (select array_agg(g) from (select g from generate_series(1, n.last_number) g
         where not exists (select 1 from numbered x where x.region_id = $1 and x.series = n.series and x.year = n.year and x.number = g) order by g limit 100) m) as gaps
     from number_series n left join numbered d on d.region_id = $1 and d.series = n.series and d.year = n.year
     where n.region_id = $1 group by n.series, n.year, n.last_number`, [tx.actor.region_id]);
  return rows
    .map(({ series, year, last_number, documents, highest, gaps }) => ({
      series, year, last_number, documents: Number(documents), gaps: gaps ?? [], beyond: (highest ?? 0) > last_number,
    }))
    .sort((a, b) => b.year - a.year || SERIES_IDS.indexOf(a.series) - SERIES_IDS.indexOf(b.series));
}
