import { createHash } from 'node:crypto';
import { AGREEMENT_KIND, AGREEMENT_LABEL } from '../core/agreements/sheet.ts';
import { INTERNSHIP_KIND, INTERNSHIP_LABEL } from '../core/internships/sheet.ts';
import { kindNamed, isDocumentKind } from '../core/documents/kinds.ts';
import type { Bilingual, Language } from '../core/values/bilingual.ts';
import { dayOfMoment } from '../store/clock.ts';
import { DIPLOMA_KINDS } from '../core/diplomas/diploma-kinds.ts';
import type { Verified } from '../store/document-verification.ts';
import type { VerifiedDiploma } from '../store/diplomas/verify-diploma.ts';
import { verificationWords, type VerificationWord } from './verification-words.ts';

/** What signed statements call papers that are no documents of a kind. */
const SIGNED: Readonly<Record<string, Bilingual>> = { [AGREEMENT_KIND]: AGREEMENT_LABEL, [INTERNSHIP_KIND]: INTERNSHIP_LABEL };

/** What somebody asked, and what came of it. */
export interface Outcome {
  /** Null where nothing was asked yet. */
  readonly verified: Verified | null;
  /** A diploma, or a certificate in its place, of which the code is. */
  readonly diploma?: VerifiedDiploma | null;
  /** What is said beside it, or in its place. */
  readonly notes: readonly VerificationWord[];
  readonly code: string;
}

const STYLE = `
:root{color-scheme:light}
body{margin:0;font:16px/1.6 "Noto Sans SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif;color:#1c2126;background:#fff}
main{max-width:40rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h1{font-size:1.75rem;line-height:1.3;margin:.5rem 0}
label{display:block;font-weight:600;margin-top:1.25rem}
.help{color:#4a5560;margin:0 0 .25rem}
input{font:inherit;width:100%;box-sizing:border-box;padding:.6rem;border:1px solid #5c6670;border-radius:4px;background:#fff}
button{font:inherit;font-weight:600;margin-top:1.25rem;padding:.6rem 1.5rem;border:0;border-radius:4px;background:#1f4e9c;color:#fff}
a{color:#1f4e9c}
:focus-visible{outline:3px solid #b35900;outline-offset:2px}
.answer{border:1px solid #c6ccd2;border-left:6px solid #8a5a00;padding:.25rem 1rem 1rem;margin:1.25rem 0}
.answer.good{border-left-color:#1a6b3c}
.answer h2{font-size:1.25rem;margin:.75rem 0 .25rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:1rem 0}
dt{color:#4a5560}dd{margin:0;overflow-wrap:anywhere}
.top{text-align:right}
@media print{form,.top{display:none}}
`;

/** No script, no frame, no request but the form's own. */
export const VERIFICATION_POLICY =
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => ESCAPES[one] ?? one);

/** The whole page: the form, and above it the answer where something was asked. */
export function verificationPage(outcome: Outcome, language: Language): string {
  const say = verificationWords(language);
  const other = language === 'zh' ? 'en' : 'zh';
  return `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><title>${say('title')}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><style>${STYLE}</style></head>
<body><main><p class="top"><a href="?lang=${other}" lang="${other === 'zh' ? 'zh-CN' : 'en'}">${say('other_language')}</a></p><h1>${say('title')}</h1>${answerOf(outcome, language)}
<p>${say('lead')}</p>
<form method="post" action="/verify?lang=${language}" enctype="multipart/form-data">
<label for="code">${say('code')}</label><p class="help" id="code-help">${say('codeHelp')}</p>
<input id="code" name="code" value="${escaped(outcome.code)}" maxlength="40" autocomplete="off" spellcheck="false" aria-describedby="code-help">
<label for="file">${say('file')}</label><p class="help" id="file-help">${say('fileHelp')}</p>
<input id="file" name="file" type="file" accept="application/pdf" aria-describedby="file-help">
<button>${say('ask')}</button></form></main></body></html>`;
}

function answerOf({ verified, diploma, notes, code }: Outcome, language: Language): string {
  const say = verificationWords(language);
  const said = notes.map((note) => `<p><strong>${say(note)}</strong></p>`).join('');
  if (diploma != null) return diplomaAnswer(diploma, said, language);
  if (verified === null) return notes.length === 0 ? '' : `<section class="answer" role="status">${said}${code === '' ? '' : `<p>${say('unknownHelp')}</p>`}</section>`;
  const { statement, standing, since, signed, sample } = verified;
  const good = standing === 'valid' && signed && !sample && !notes.includes('other');
  const kind = SIGNED[statement.kind]?.[language] ?? (isDocumentKind(statement.kind) ? kindNamed(statement.kind).label[language] : statement.kind);
  const rows: [string, string][] = [
    [say('number'), statement.number], [say('kind'), kind], [say('issuer'), statement.issuer], [say('dated'), statement.dated], [say('version'), String(statement.version)],
    ...(since === null ? [] : [[say('since'), dayOfMoment(since)] as [string, string]]),
  ];
  return `<section class="answer${good ? ' good' : ''}" role="status"><h2>${signed ? say(standing) : say('unsigned')}</h2>${sample ? `<p><strong>${say('sample')}</strong></p>` : ''}${said}
<dl>${rows.map(([name, value]) => `<dt>${name}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>
<p><a href="/verify/${escaped(statement.code)}/receipt.json" download>${say('receipt')}</a></p></section>`;
}

/** What stands on a certificate and whether it holds; nothing else of whoever has it. */
function diplomaAnswer({ diploma, sample }: VerifiedDiploma, said: string, language: Language): string {
  const say = verificationWords(language);
  const holds = diploma.state === 'to_hand_over' || diploma.state === 'handed_over';
  const rows: [string, string][] = [
    [say('kind'), DIPLOMA_KINDS[diploma.kind].label[language]], [say('certificateNumber'), diploma.number], [say('name'), diploma.name], [say('institution'), diploma.issuer],
    [say('programme'), diploma.programme], [say('issuedOn'), diploma.issued_on], ...(diploma.replaced_by === null ? [] : [[say('replacedBy'), diploma.replaced_by] as [string, string]]),
  ];
  return `<section class="answer${holds && !sample ? ' good' : ''}" role="status"><h2>${diploma.state === 'lost' ? say('lost') : diploma.state === 'withdrawn' ? say('withdrawn') : say('valid')}</h2>${sample ? `<p><strong>${say('sample')}</strong></p>` : ''}${said}
<dl>${rows.map(([name, value]) => `<dt>${name}</dt><dd>${escaped(value)}</dd>`).join('')}</dl></section>`;
}
