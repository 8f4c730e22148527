import { MAX_ROW } from './limits.ts';
import { serialOfDay } from './number-format.ts';
import type { CellFormat, Table, TableCell, TableColumn } from './table.ts';
import { cellText, xmlEscape } from './xml-writing.ts';

/** Positions in `cellXfs` of `STYLES`. */
const STYLE = { general: 0, heading: 1, required: 2, text: 3, wrapped: 4, integer: 5, decimal: 6, date: 7, title: 8 } as const;
const DECIMAL = /^-?\d{1,15}(?:\.\d{1,10})?$/;
/** Text that a spreadsheet would take for a formula if it were typed in again; full-width forms included. */
const FORMULA_LIKE = /^[=+\-@＝＋－＠\t\r]/;

const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const font = (size: number, bold: boolean, color = ''): string =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/>${color === '' ? '' : `<color rgb="${color}"/>`}<name val="等线"/><family val="2"/><charset val="134"/></font>`;
const fill = (color: string): string => `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/></patternFill></fill>`;
const style = (format: number, fontId: number, fillId: number, alignment = ''): string =>
  `<xf numFmtId="${format}" fontId="${fontId}" fillId="${fillId}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"${alignment === '' ? '/>' : ` applyAlignment="1"><alignment ${alignment}/></xf>`}`;

/** Number formats: 49 is text, 1 a whole number, 4 two decimals with grouping, 164 our date. */
export const STYLES = `${XML}<styleSheet xmlns="${NAMESPACE}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>`
  + `<fonts count="4">${font(11, false)}${font(11, true)}${font(11, true, 'FFFFFFFF')}${font(14, true)}</fonts>`
  + `<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('FFE7EDF3')}${fill('FF1F4E79')}</fills>`
  + '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
  + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
  + `<cellXfs count="9">${style(0, 0, 0)}${style(49, 1, 2, 'vertical="center"')}${style(49, 2, 3, 'vertical="center"')}${style(49, 0, 0)}${style(49, 0, 0, 'vertical="top" wrapText="1"')}${style(1, 0, 0)}${style(4, 0, 0)}${style(164, 0, 0)}${style(49, 3, 0)}</cellXfs>`
  + '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/** The worksheet part of a table, in pieces. */
export function* sheetParts(table: Table): Generator<string> {
  const above = table.above ?? [];
  const headingRow = above.length + 1;
  yield `${XML}<worksheet xmlns="${NAMESPACE}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="${headingRow}" topLeftCell="A${headingRow + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  yield `<cols>${table.columns.map((column, i) => `<col min="${i + 1}" max="${i + 1}" width="${column.width}" style="${STYLE[column.format]}" customWidth="1"/>`).join('')}</cols><sheetData>`;
  let row = 0;
  for (const line of above) yield `<row r="${++row}">${textCell(`A${row}`, STYLE.title, line)}</row>`;
  yield `<row r="${++row}" ht="22" customHeight="1">${table.columns.map(({ heading, required }, i) => textCell(`${letters(i)}${row}`, required === true ? STYLE.required : STYLE.heading, heading)).join('')}</row>`;
  for (const cells of table.rows) {
    if (++row > MAX_ROW) throw new Error(`sheet ${table.name} has more rows than a workbook holds`);
    yield `<row r="${row}">${cells.map((cell, i) => cellXml(`${letters(i)}${row}`, table.columns[i]?.format ?? 'general', cell)).join('')}</row>`;
  }
  yield `</sheetData>${validations(table.columns, headingRow + 1)}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/></worksheet>`;
}

function cellXml(name: string, format: CellFormat, cell: TableCell): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'boolean') return `<c r="${name}" s="${STYLE[format]}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'number') return Number.isFinite(cell) ? numberCell(name, STYLE[format], String(cell)) : '';
  if ((format === 'integer' || format === 'decimal') && DECIMAL.test(cell)) return numberCell(name, STYLE[format], cell);
  const serial = format === 'date' ? serialOfDay(cell) : null;
  if (serial !== null) return numberCell(name, STYLE.date, String(serial));
  return textCell(name, FORMULA_LIKE.test(cell) && format !== 'wrapped' ? STYLE.text : STYLE[format], cell);
}

function numberCell(name: string, style: number, value: string): string {
  return `<c r="${name}" s="${style}"><v>${value}</v></c>`;
}

function textCell(name: string, style: number, text: string): string {
  return `<c r="${name}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;
}

/** Drop-downs and prompts, from the first row of data to the end of the sheet. */
function validations(columns: readonly TableColumn[], firstRow: number): string {
  const found = columns.flatMap((column, i) => {
    if (column.choices === undefined && column.prompt === undefined) return [];
    const range = `${letters(i)}${firstRow}:${letters(i)}${MAX_ROW}`;
    const prompt = column.prompt === undefined ? '' : ` showInputMessage="1" promptTitle="${xmlEscape(column.prompt.title.slice(0, 32))}" prompt="${xmlEscape(column.prompt.text.slice(0, 255))}"`;
    if (column.choices === undefined) return [`<dataValidation allowBlank="1"${prompt} sqref="${range}"/>`];
    const list = 'range' in column.choices ? column.choices.range : `"${column.choices.join(',').replaceAll('"', '""')}"`;
    // A warning, not a stop: English keys may be entered too.
    return [`<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1"${prompt} sqref="${range}"><formula1>${xmlEscape(list)}</formula1></dataValidation>`];
  });
  return found.length === 0 ? '' : `<dataValidations count="${found.length}">${found.join('')}</dataValidations>`;
}

/** Letters of a column by its position from 0. */
export function letters(position: number): string {
  const rest = Math.floor(position / 26) - 1;
  return (rest >= 0 ? letters(rest) : '') + String.fromCharCode(65 + (position % 26));
}
