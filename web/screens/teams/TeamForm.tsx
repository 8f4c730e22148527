import type { ReactNode } from 'react';
import type { FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { teamWords } from '../../words/teams.ts';
import { DraftDialog } from '../data/DraftDialog.tsx';

interface TeamFormProps {
  readonly title: string;
  readonly act: string;
  /** What is missing before the server is asked. */
  readonly problems: () => readonly FieldProblem[];
  readonly onAct: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: (wrong: (field: string) => string | undefined) => ReactNode;
}

/** A form beside the page: names what is missing, does one act, and says why where it was refused. */
export function TeamForm({ title, act, problems, onAct, onClose, children }: TeamFormProps) {
  const { working, failed } = useWords(teamWords);
  return (
    <DraftDialog title={title} say={{ save: act, saving: working, failed }} check={problems} send={onAct} onClose={onClose}>
      {(found) => children((field) => found.find((problem) => problem.field === field)?.message)}
    </DraftDialog>
  );
}
