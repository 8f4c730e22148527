import { groupWhole, OUTCOMES } from '../check/phrases.ts';
import type { Dataset } from '../exchange/sheets.ts';
import type { Bilingual, Language } from '../values/bilingual.ts';
import { sumOf, yuanText, type Fen } from '../values/fen.ts';
import { clearingAccounts } from './books.ts';
import { LINE_LABELS, LINE_REASONS } from './labels.ts';
import { exactText, STUDENTS, type Line } from './line.ts';
import type { Settlement } from './settle.ts';

const WORDS = {
  students: { zh: '学生', en: 'students' },
  unknown_payer: { zh: '（未登记）', en: '(not registered)' },
  due: { zh: '应付', en: 'due' },
  paid: { zh: '已付', en: 'paid' },
  outstanding: { zh: '未付', en: 'outstanding' },
  overdue: { zh: '逾期', en: 'overdue' },
  unknown: { zh: '待定', en: 'not known' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** A settlement as lines of text: by clause, then custody per outcome, then the books. */
export function settlementText(settlement: Settlement, dataset: Dataset, lang: Language): string[] {
  const { scope, lines } = settlement;
  const nameOf = namesOf(dataset, lang);
  const title = lang === 'zh'
    ? `${scope.academic_year}—${scope.academic_year + 1} 学年，${scope.fiscal_year} 财政年度，截至 ${scope.as_of}（单位：元）`
    : `Academic year ${scope.academic_year}/${scope.academic_year + 1}, fiscal year ${scope.fiscal_year}, as of ${scope.as_of} (yuan)`;
  if (lines.length === 0) return [title, lang === 'zh' ? '没有应收、应付和已付的款项。' : 'Nothing is due and nothing was paid.'];
  return [title, ...lines.flatMap((line) => lineText(line, nameOf, lang)), ...custodyText(settlement, lang), ...booksText(settlement, lang), summaryText(lines, lang)];
}

function namesOf(dataset: Dataset, lang: Language): (id: string | null) => string {
  const names = new Map<string, string>([
    ...(dataset.staff ?? []).map(({ person_id, name }) => [person_id, name] as const),
    ...(dataset.organisations ?? []).map(({ org_id, name }) => [org_id, name] as const),
    ...(dataset.campuses ?? []).map(({ campus_id, name }) => [campus_id, name] as const),
  ]);
  return (id) => (id === null ? WORDS.unknown_payer[lang] : id === STUDENTS ? WORDS.students[lang] : names.has(id) ? `${names.get(id)} (${id})` : id);
}

function lineText(line: Line, nameOf: (id: string | null) => string, lang: Language): string[] {
  const { mark, [lang]: outcome } = OUTCOMES[line.outcome];
  const campus = line.campus_id === null ? '' : ` · ${nameOf(line.campus_id)}`;
  const figures = (['due', 'paid', 'outstanding', 'overdue'] as const).map((name) => `${WORDS[name][lang]} ${yuan(line[name], lang)}`);
  const by = basisText(line, lang);
  const reason = line.reason === null ? [] : [LINE_REASONS[line.reason][lang]];
  return [
    `${mark} ${line.clause} ${LINE_LABELS[line.kind][lang]}  ${nameOf(line.from_id)} → ${nameOf(line.to_id)}${campus}`,
    `    ${[outcome, ...figures, ...by, ...reason].join(lang === 'zh' ? '，' : ', ')}`,
  ];
}

/** What the due amount was worked out from, where it is more than a sum. */
function basisText({ kind, base, ratio }: Line, lang: Language): string[] {
  if (base === null || ratio === null) return [];
  const amount = groupWhole(exactText(base));
  if (kind === 'tuition_share') return [lang === 'zh' ? `基数 ${amount} × ${ratio}` : `base ${amount} × ${ratio}`];
  return kind === 'grant' ? [lang === 'zh' ? `生均 ${amount} × ${ratio} 人` : `${amount} a student × ${ratio}`] : [];
}

function yuan(fen: Fen | null, lang: Language): string {
  return fen === null ? WORDS.unknown[lang] : groupWhole(yuanText(fen));
}

function custodyText({ students }: Settlement, lang: Language): string[] {
  const custody = students.filter(({ kind }) => kind === 'custody');
  if (custody.length === 0) return [];
  const back = custody.filter(({ refund_due }) => refund_due > 0n);
  const claim = custody.filter(({ owed }) => owed > 0n);
  const [returned, claimed] = [yuan(sumOf(back, (a) => a.refund_due), lang), yuan(sumOf(claim, (a) => a.owed), lang)];
  return [lang === 'zh'
    ? `代管费结算：退 ${back.length} 人 ${returned}，补 ${claim.length} 人 ${claimed}，结清 ${custody.length - back.length - claim.length} 人`
    : `Custody settled: ${returned} back to ${back.length}, ${claimed} from ${claim.length}, even for ${custody.length - back.length - claim.length}`];
}

function booksText({ books, conserved }: Settlement, lang: Language): string[] {
  const open = clearingAccounts(books).filter(({ balance }) => balance !== 0n);
  const agree = lang === 'zh' ? (conserved ? '账账相符' : '账账不符') : (conserved ? 'the books agree' : 'the books do not agree');
  const turnover = lang === 'zh'
    ? `试算平衡：借方 ${yuan(books.debit, lang)}，贷方 ${yuan(books.credit, lang)}，${agree}`
    : `Trial balance: debits ${yuan(books.debit, lang)}, credits ${yuan(books.credit, lang)}, ${agree}`;
  return [turnover, ...open.map(({ account, balance }) => `    ${account}  ${yuan(balance, lang)}`)];
}

function summaryText(lines: readonly Line[], lang: Language): string {
  const count = (outcome: Line['outcome']) => lines.filter((line) => line.outcome === outcome).length;
  return (['met', 'unmet', 'undetermined'] as const).map((o) => `${OUTCOMES[o][lang]} ${count(o)}`).join(lang === 'zh' ? '，' : ', ');
}
