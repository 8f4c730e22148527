import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { ask, client } from '../../../client.ts';
import { Button } from '../../../components/Button/Button.tsx';
import { ErrorSummary } from '../../../components/ErrorSummary/ErrorSummary.tsx';
import type { FieldProblem } from '../../../components/ErrorSummary/ErrorSummary.tsx';
import { CheckboxField } from '../../../components/Field/CheckboxField.tsx';
import { Field } from '../../../components/Field/Field.tsx';
import { useSettings, useWords } from '../../../settings/SettingsProvider.tsx';
import { mappingWords } from '../../../words/mapping.ts';
import type { Inspection } from '../import/answers.ts';
import type { Import } from '../import/useImport.ts';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { columnLabel, sheetLabel } from '../sheet-words.ts';
import { agreedOf, constantId, draftOf, unmapped, withRemembered } from './mapping-draft.ts';
import type { AgreedTab, TabDraft } from './mapping-draft.ts';
import { TabMapping } from './TabMapping.tsx';
import './mapping.css';

interface MappingStepProps {
  readonly run: Import;
  readonly inspection: Inspection;
  readonly fault: unknown;
}

/** An office's own workbook: which tab is which register, where its heading stands, which column is which. */
export function MappingStep({ run, inspection, fault }: MappingStepProps) {
  const say = useWords(mappingWords);
  const { language } = useSettings().settings;
  const [drafts, setDrafts] = useState(() => inspection.tabs.map(draftOf));
  const [remember, setRemember] = useState(true);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const set = (index: number, draft: TabDraft) => setDrafts((now) => now.map((one, at) => (at === index ? draft : one)));
  const apply = useCallback((mappings: readonly AgreedTab[]) => setDrafts((now) => now.map((draft) => withRemembered(draft, mappings))), []);
  const check = () => {
    const agreed = drafts.flatMap((draft) => agreedOf(draft) ?? []);
    const lacking = drafts.flatMap((draft, index) =>
      unmapped(draft).filter((name) => (draft.constants[name] ?? '').trim() === '').map((name) => ({
        field: constantId(index, name),
        message: say.constantMissing(sheetLabel(draft.sheet ?? '', language), columnLabel(draft.sheet ?? '', name, language)),
      })));
    const found = agreed.length === 0 ? [{ field: 'tab-0-sheet', message: say.noTabs }] : lacking;
    setProblems(found);
    if (found.length === 0) void run.previewMapped(agreed, remember);
  };
  return (
    <div className="mapping">
      <p className="page-lead">{say.lead}</p>
      {fault !== null && <RefusalNotice title={say.failed} error={fault} />}
      <ErrorSummary problems={problems} />
      <Organisation run={run} remember={remember} onRemember={setRemember} onKnown={apply} />
      {drafts.map((draft, index) => (
        <TabMapping key={`${draft.tab.file} ${draft.tab.tab}`} index={index} draft={draft} onChange={(next) => set(index, next)} />
      ))}
      <div className="button-row">
        <Button kind="primary" onClick={check}>{say.check}</Button>
        <Button onClick={run.restart}>{say.otherFile}</Button>
      </div>
    </div>
  );
}

interface OrganisationProps {
  readonly run: Import;
  readonly remember: boolean;
  readonly onRemember: (remember: boolean) => void;
  /** An organisation was named whose mappings are remembered. */
  readonly onKnown: (mappings: readonly AgreedTab[]) => void;
}

/** Whose workbook it is; one whose mapping is remembered is mapped as last time. */
function Organisation({ run, remember, onRemember, onKnown }: OrganisationProps) {
  const say = useWords(mappingWords);
  const known = useQuery({ queryKey: ['mappings'], queryFn: () => ask(client.api.mappings.$get({ query: {} })) });
  const names = [...new Set(known.data?.mappings.map(({ organisation }) => organisation))];
  // Once the name is written and what is remembered is here, whichever comes later.
  useEffect(() => {
    const remembered = known.data?.mappings.filter((one) => one.organisation === run.organisation.trim()) ?? [];
    if (remembered.length > 0) onKnown(remembered.map(({ mapping }) => mapping));
  }, [run.organisation, known.data, onKnown]);
  return (
    <div className="mapping-organisation">
      <Field label={say.organisation} help={say.organisationHelp} optional>
        {(control) => (
          <>
            <input {...control} className="field-box" list="known-organisations" autoComplete="off" value={run.organisation} onChange={(event) => run.setOrganisation(event.currentTarget.value)} />
            <datalist id="known-organisations">
              {names.map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      {run.organisation.trim() !== '' && <CheckboxField label={say.remember} checked={remember} onChange={onRemember} />}
    </div>
  );
}
