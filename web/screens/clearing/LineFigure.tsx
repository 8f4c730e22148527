import { Figure } from '../../components/Figure/Figure.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { formatDate, groupDigits } from '../../words/format.ts';
import { receiptWords } from '../../words/receipts.ts';
import type { BankLine } from './queries.ts';
import { useMoneyOrigin } from './useMoneyOrigin.ts';

/** The amount of a line, with the file that it came in, who paid it when, and what became of it. */
export function LineFigure({ line }: { line: BankLine }) {
  const say = useWords(receiptWords);
  const { language } = useSettings().settings;
  const origin = useMoneyOrigin();
  const title = `${line.reference} ${say.amount}`;
  const became = [say[`line_${line.state}`], line.why?.text[language] ?? '', line.note].filter((text) => text !== '').join(' · ');
  const from = origin({
    title, clause: line.why?.clause ?? 'R4-b', computed: `${say[line.source]} ${line.reference} ${formatDate(line.on_date, language)}\n${line.payer} ${line.amount_yuan} → ${became}`,
    note: [line.file, line.purpose].filter((text) => text !== '').join(' · '),
  });
  return <Figure label={title} from={from}>{groupDigits(line.amount_yuan)}</Figure>;
}
