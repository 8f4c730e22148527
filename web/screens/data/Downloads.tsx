import { REGISTER_KINDS } from '../../../core/access/kinds.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { useMay } from '../../shell/session.ts';
import { dataWords } from '../../words/data.ts';
import { formatDate } from '../../words/format.ts';

/** The blank workbook, as the server writes it from the declared sheets. */
export function TemplateLink() {
  const say = useWords(dataWords);
  return (
    <div className="download">
      <a className="button button-secondary" href="/api/template.xlsx" download>
        {say.template}
      </a>
      <p className="small">{say.templateHelp}</p>
    </div>
  );
}

const EXPORTS = REGISTER_KINDS.map((kind) => `${kind}.export` as const);

/** Every register as known on the day of the page: a dataset that can be imported again. */
export function ExportLink() {
  const say = useWords(dataWords);
  const { on, known, language } = useSettings().settings;
  const may = useMay();
  if (!may(...EXPORTS)) return null;
  const query = new URLSearchParams({ on, ...(known !== null && { known_on: known }) });
  return (
    <div className="download">
      <a className="button button-secondary" href={`/api/export.zip?${query}`} download>
        {say.export}
      </a>
      <p className="small">{say.exportHelp(formatDate(known ?? on, language))}</p>
    </div>
  );
}
