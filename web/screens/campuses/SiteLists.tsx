import { SITE_LISTS } from '../../../core/facts/site-lists.ts';
import { useAsked } from '../../provenance/useOrigins.ts';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { May } from '../../shell/May.tsx';
import { campusesWords } from '../../words/campuses.ts';

/** Documents 6 and 7 of the day of the page: to keep as a workbook, to sign on A4. */
export function SiteLists({ campus_id }: { campus_id: string }) {
  const say = useWords(campusesWords);
  const query = new URLSearchParams({ campus_id, on: useAsked().on });
  return (
    <May do="conditions.export">
      <section aria-labelledby="site-lists" className="no-print">
        <h2 id="site-lists">{say.lists}</h2>
        <div className="button-row">
          {SITE_LISTS.flatMap((list) => [
            <a key={`${list}-xlsx`} className="button button-secondary" href={`/api/site-lists/${list}/workbook?${query}`} download>{say.listXlsx(say[`list_${list}`])}</a>,
            <a key={`${list}-pdf`} className="button button-secondary" href={`/api/site-lists/${list}/paper?${query}`} download>{say.listPdf(say[`list_${list}`])}</a>,
          ])}
        </div>
      </section>
    </May>
  );
}
