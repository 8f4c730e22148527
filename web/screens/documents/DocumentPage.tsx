import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sheetOf } from '../../../core/documents/kinds.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { Button, ScreenLink } from '../../components/Button/Button.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { Refusal } from '../../client.ts';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { NotFound } from '../../shell/NotFound.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { documentWords } from '../../words/documents.ts';
import { formatMoment } from '../data/moment.ts';
import { CorrectDialog, RevokeDialog } from './DocumentActs.tsx';
import { FilesAt } from './FilesAt.tsx';
import { useDocument } from './queries.ts';
import type { DocumentAnswer } from './queries.ts';
import { SheetView } from './SheetView.tsx';
import { StandingMark } from './StandingMark.tsx';

const NOT_FOUND = 404;

/** One document: what it says, its versions, how anybody verifies it, and what hangs at it. */
export function DocumentPage({ document_id }: { document_id: string }) {
  const say = useWords(documentWords);
  const query = useDocument(document_id);
  if (query.error instanceof Refusal && query.error.problem.status === NOT_FOUND) return <NotFound />;
  const document = query.data;
  return (
    <Page title={document?.title ?? say.title} {...(document !== undefined && { lead: <Lead document={document} /> })}>
      <p className="no-print"><ScreenLink to="/documents">← {say.back}</ScreenLink></p>
      <Answer query={query}>{(answer) => <Known document={answer} />}</Answer>
    </Page>
  );
}

function Lead({ document: { number, version, issuer, standing, clause, revocation, matter_id } }: { document: DocumentAnswer }) {
  const say = useWords(documentWords);
  const { language } = useSettings().settings;
  return (
    <p>
      <strong lang="zh-CN">{number}</strong>　{say.versionOf(version)}　<StandingMark standing={standing} />
      <br />
      <span lang="zh-CN">{issuer}</span>　<ScreenLink to={`/clauses/${clause}`}>{say.clause(clause)}</ScreenLink>
      {matter_id !== null && <>　<ScreenLink to={`/matters/${matter_id}`}>{say.ofMatter}</ScreenLink></>}
      {revocation !== null && <><br />{say.revokedBy(revocation.by, formatMoment(revocation.at, language), revocation.reason)}</>}
    </p>
  );
}

/** S3-b: what a notice rests on, and what it was answered with, hangs at its finding. */
const FINDING_PAPERS: ReadonlySet<string> = new Set<DocumentAnswer['kind']>(['rectification_notice', 'rectification_report']);

const fileOf = (document_id: string, version: number): string => `/api/documents/${document_id}/versions/${version}/file`;

function Known({ document }: { document: DocumentAnswer }) {
  const say = useWords(documentWords);
  const queries = useQueryClient();
  const [act, setAct] = useState<'correct' | 'revoke' | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const done = async (what: string) => {
    await queries.invalidateQueries({ queryKey: ['documents'] });
    setAct(null);
    setSaid(what);
  };
  const open = document.mine_to_change && document.revocation === null;
  return (
    <div className="document">
      {said !== null && <Notice kind="done" title={said} announce />}
      <div className="button-row no-print">
        <a className="button button-primary" href={fileOf(document.document_id, document.version)} download>{say.download}</a>
        <a className="button" href={`/api/documents/${document.document_id}/workbook`} download>{say.downloadWorkbook}</a>
        <Button onClick={() => window.print()}>{say.print}</Button>
        {open && document.correctable && <Button onClick={() => setAct('correct')}>{say.correct}</Button>}
        {open && <Button onClick={() => setAct('revoke')}>{say.revoke}</Button>}
      </div>
      <section aria-labelledby="document-content">
        <h2 id="document-content">{say.content}</h2>
        <SheetView sheet={sheetOf(document.kind, document.content)} />
      </section>
      <Versions document={document} />
      <Verification document={document} />
      {document.matter_id !== null && FINDING_PAPERS.has(document.kind) && <FilesAt about={`matters/${document.matter_id}`} title={say.atFinding} />}
      <FilesAt about={`documents/${document.document_id}`} />
      {act === 'correct' && <CorrectDialog document={document} onClose={() => setAct(null)} onDone={done} />}
      {act === 'revoke' && <RevokeDialog document={document} onClose={() => setAct(null)} onDone={done} />}
    </div>
  );
}

function Versions({ document: { document_id, editions } }: { document: DocumentAnswer }) {
  const say = useWords(documentWords);
  const { language } = useSettings().settings;
  return (
    <section aria-labelledby="document-versions">
      <h2 id="document-versions">{say.versions}</h2>
      <ol className="document-versions" reversed>
        {editions.map(({ version, standing, reason, issued_at, issued_by, file_hash }) => (
          <li key={version} value={version}>
            <strong>{say.versionOf(version)}</strong> <StandingMark standing={standing} />　{say.issuedBy(issued_by, formatMoment(issued_at, language))}
            {reason !== '' && <><br />{say.because(reason)}</>}
            <br />
            <a className="no-print" href={fileOf(document_id, version)} download>{say.downloadOf(version)}</a>{' '}
            <span className="small document-hash">{say.fingerprint} {file_hash}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Verification({ document: { editions, verify_page } }: { document: DocumentAnswer }) {
  const say = useWords(documentWords);
  const code = editions[0]?.code ?? '';
  return (
    <section aria-labelledby="document-verify">
      <h2 id="document-verify">{say.verify}</h2>
      <p>{say.verifyHelp}</p>
      <p>{say.code} <strong className="document-code">{code}</strong>　<a className="no-print" href={`${verify_page ?? '/verify'}/${code}`} target="_blank" rel="noreferrer">{say.openVerify}</a></p>
    </section>
  );
}
