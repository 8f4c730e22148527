import { useState } from 'react';
import { DOCUMENT_KIND_IDS, isDocumentKind, kindNamed } from '../../../core/documents/kinds.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ButtonLink, ScreenLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { SelectField } from '../../components/Field/SelectField.tsx';
import { TextField } from '../../components/Field/TextField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { documentWords } from '../../words/documents.ts';
import { formatDate } from '../../words/format.ts';
import { PER_PAGE, useDocuments } from './queries.ts';
import type { Asked, DocumentHead } from './queries.ts';
import { StandingMark } from './StandingMark.tsx';

const ALL = 'all';

/** Every document in reach, with what it is called and how it stands. */
export function DocumentList() {
  const say = useWords(documentWords);
  const { language } = useSettings().settings;
  const [asked, setAsked] = useState<Asked>({ kind: '', filter: '', page: 1 });
  const query = useDocuments(asked);
  const kinds = [{ value: ALL, label: say.anyKind }, ...DOCUMENT_KIND_IDS.map((kind) => ({ value: kind, label: kindNamed(kind).label[language] }))];
  const isAll = asked.kind === '' && asked.filter === '';
  return (
    <Page title={say.title} lead={say.lead}>
      <div className="document-filters no-print">
        <TextField id="document-filter" label={say.find} type="search" value={asked.filter} onChange={(filter) => setAsked({ ...asked, filter, page: 1 })} autoComplete="off" />
        <SelectField id="document-kind" label={say.kind} value={asked.kind === '' ? ALL : asked.kind} options={kinds} onChange={(kind) => setAsked({ ...asked, kind: isDocumentKind(kind) ? kind : '', page: 1 })} />
        <ButtonLink to="/documents/series">{say.series}</ButtonLink>
      </div>
      <Answer query={query}>
        {({ documents, total }) => (total === 0
          ? <EmptyState title={isAll ? say.none : say.noMatch}>{isAll ? say.noneHelp : say.noMatchHelp}</EmptyState>
          : <Documents documents={documents} total={total} page={asked.page} onPage={(page) => setAsked({ ...asked, page })} />)}
      </Answer>
    </Page>
  );
}

interface DocumentsProps {
  readonly documents: readonly DocumentHead[];
  readonly total: number;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

function Documents({ documents, total, page, onPage }: DocumentsProps) {
  const say = useWords(documentWords);
  const { language } = useSettings().settings;
  return (
    <>
      <div className="wide-table">
        <table className="ledger ledger-cards document-table">
          <caption className="hidden-text">{say.title}</caption>
          <thead>
            <tr>{[say.number, say.heading, say.kind, say.dated, say.version, say.standing].map((head) => <th key={head} scope="col">{head}</th>)}</tr>
          </thead>
          <tbody>
            {documents.map(({ document_id, number, title, kind_label, dated, version, standing }) => (
              <tr key={document_id}>
                <th scope="row"><ScreenLink to={`/documents/${document_id}`}>{number}</ScreenLink></th>
                <td data-label={say.heading} lang="zh-CN">{title}</td>
                <td data-label={say.kind}>{kind_label[language]}</td>
                <td className="unbroken" data-label={say.dated}>{formatDate(dated, language)}</td>
                <td data-label={say.version}>{say.versionOf(version)}</td>
                <td data-label={say.standing}><StandingMark standing={standing} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="button-row">
        <p className="small" role="status">{say.shown((page - 1) * PER_PAGE + 1, Math.min(page * PER_PAGE, total), total)}</p>
        {page > 1 && <Button onClick={() => onPage(page - 1)}>{say.earlier}</Button>}
        {page * PER_PAGE < total && <Button onClick={() => onPage(page + 1)}>{say.later}</Button>}
      </div>
    </>
  );
}
