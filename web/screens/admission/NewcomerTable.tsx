import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { ScreenLink } from '../../components/Button/Button.tsx';
import { admissionWords } from '../../words/admission.ts';
import { formatDate } from '../../words/format.ts';
import type { Admission, ProgrammeAdmission } from './queries.ts';

interface NewcomerTableProps {
  readonly admissions: readonly Admission[];
  readonly programmes: readonly ProgrammeAdmission[];
  readonly numbers: ReadonlyMap<string, { readonly class_id: string; readonly student_id: string | null }>;
  readonly chosen?: ReadonlySet<string>;
  readonly onChoose?: (chosen: ReadonlySet<string>) => void;
}

/** Newcomers by programme and name, with the class and number that those chosen would get. */
export function NewcomerTable({ admissions, programmes, numbers, chosen, onChoose }: NewcomerTableProps) {
  const say = useWords(admissionWords);
  const { language } = useSettings().settings;
  const names = new Map(programmes.map(({ programme_id, name }) => [programme_id, name]));
  const choose = (id: string, came: boolean) => {
    const next = new Set(chosen);
    if (came) next.add(id);
    else next.delete(id);
    onChoose?.(next);
  };
  const heads = [...(chosen === undefined ? [] : [say.came]), say.name, say.examNumber, say.idNumber, say.birth, say.programme, say.class, say.newNumber];
  return (
    <div className="wide-table" role="region" aria-label={say.registering} tabIndex={0}>
      <table className="ledger ledger-cards">
        <caption className="hidden-text">{say.registering}</caption>
        <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>
          {admissions.map((one) => (
            <tr key={one.admission_id}>
              {chosen !== undefined && (
                <td data-label={say.came}>
                  {one.undecided ? <ScreenLink to="/admission/duplicates">{say.undecided}</ScreenLink> : (
                    <input type="checkbox" className="choice-box" aria-label={`${one.name} ${one.exam_number}`} checked={chosen.has(one.admission_id)} onChange={(event) => choose(one.admission_id, event.currentTarget.checked)} />
                  )}
                </td>
              )}
              <th scope="row">{one.name}</th>
              <td data-label={say.examNumber}>{one.exam_number}</td>
              <td data-label={say.idNumber}>{one.id_number ?? '–'}</td>
              <td className="unbroken" data-label={say.birth}>{formatDate(one.birth_date, language)}</td>
              <td data-label={say.programme}>{names.get(one.programme_id) ?? one.programme_id}</td>
              <td data-label={say.class}>{numbers.get(one.admission_id)?.class_id ?? ''}</td>
              <td data-label={say.newNumber}>{numbers.get(one.admission_id)?.student_id ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
