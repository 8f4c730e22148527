import { runText, type Report } from '../core/office/report.ts';
import { packArchive } from './archive-writer.ts';

/** Lengths of the format: twentieths of a point. */
const MM = 1440 / 25.4;
const twips = (mm: number): number => Math.round(mm * MM);
const POINT = 20;

/** GB/T 9704-2012: A4, type area 156 mm × 225 mm, 22 lines of 28 characters of size 3 (16 pt). */
const PAGE = { width: twips(210), height: twips(297), top: twips(37), bottom: twips(35), left: twips(28), right: twips(26) };
const BODY_POINTS = 16, TITLE_POINTS = 22, FOOT_POINTS = 14;
/** 225 mm over 22 lines. 28 characters of size 3 are 158 mm and have 156: each is drawn closer by a quarter of a point. A grid of characters would do the same in Word, and puts every second one aside in LibreOffice. */
const LINE = Math.floor((PAGE.height - PAGE.top - PAGE.bottom) / 22);
const CLOSER = Math.floor((PAGE.width - PAGE.left - PAGE.right) / 28) - BODY_POINTS * POINT;

/** Fonts of official documents, with what a machine without them takes instead. */
const FONTS = [
  ['仿宋_GB2312', '仿宋;FangSong;FangSong_GB2312;Noto Serif CJK SC'], ['小标宋', '方正小标宋简体;方正小标宋_GBK;华文中宋;宋体;SimSun;Noto Serif CJK SC'],
  ['黑体', 'SimHei;Noto Sans CJK SC'], ['宋体', 'SimSun;Noto Serif CJK SC'],
] as const;

const escaped = (text: string): string => text.replace(/[&<>"]/g, (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[one] ?? one).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
const NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const xml = (body: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`;

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
const paragraph = (style: string, text: string): string => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text)}</w:p>`;

/**
 * A draft as a Word document in the layout of official documents (GB/T 9704): margins 37/35/28/26 mm, title in size 2
 * 小标宋, text in size 3 仿宋 in 22 lines of 28 characters, page numbers `— 1 —` outside. The same draft gives the same bytes.
 */
export async function officialDocx(report: Report): Promise<Buffer> {
  return packArchive([
    { name: '[Content_Types].xml', content: [contentTypes()] },
    { name: '_rels/.rels', content: [relations([['officeDocument', 'word/document.xml']])] },
    { name: 'word/_rels/document.xml.rels', content: [relations([['styles', 'styles.xml'], ['fontTable', 'fontTable.xml'], ['settings', 'settings.xml'], ['footer', 'footer-odd.xml'], ['footer', 'footer-even.xml']])] },
    { name: 'word/document.xml', content: [documentXml(report)] },
    { name: 'word/styles.xml', content: [stylesXml()] },
    { name: 'word/fontTable.xml', content: [fontTable()] },
    { name: 'word/settings.xml', content: [xml(`<w:settings ${NS}><w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/></w:settings>`)] },
    { name: 'word/footer-odd.xml', content: [footer('FooterOdd')] },
    { name: 'word/footer-even.xml', content: [footer('FooterEven')] },
  ]);
}

function documentXml({ title, issuer, dated, sections }: Report): string {
  const body = sections.flatMap(({ heading, paragraphs }) => [paragraph('Heading1', heading), ...paragraphs.map((runs) => paragraph('Normal', runs.map(runText).join('')))]);
  return xml(`<w:document ${NS}><w:body>${paragraph('Title', title)}<w:p/>${body.join('')}<w:p/>${paragraph('Signature', issuer)}${paragraph('Signature', dated)}`
    + `<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/><w:pgSz w:w="${PAGE.width}" w:h="${PAGE.height}"/>`
    + `<w:pgMar w:top="${PAGE.top}" w:right="${PAGE.right}" w:bottom="${PAGE.bottom}" w:left="${PAGE.left}" w:header="${twips(15)}" w:footer="${twips(25)}" w:gutter="0"/>`
    + `<w:docGrid w:type="lines" w:linePitch="${LINE}"/></w:sectPr></w:body></w:document>`);
}

interface Style {
  readonly id: string;
  readonly name: string;
  readonly font: string;
  readonly points: number;
  readonly layout: string;
}

const exactly = `<w:spacing w:before="0" w:after="0" w:line="${LINE}" w:lineRule="exact"/>`;
const STYLES: readonly Style[] = [
  { id: 'Normal', name: 'Normal', font: '仿宋_GB2312', points: BODY_POINTS, layout: `${exactly}<w:ind w:firstLineChars="200" w:firstLine="${2 * BODY_POINTS * POINT}"/><w:jc w:val="both"/>` },
  { id: 'Title', name: 'Title', font: '小标宋', points: TITLE_POINTS, layout: `<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="${35 * POINT}" w:lineRule="exact"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>` },
  { id: 'Heading1', name: 'heading 1', font: '黑体', points: BODY_POINTS, layout: `<w:keepNext/>${exactly}<w:ind w:firstLineChars="200" w:firstLine="${2 * BODY_POINTS * POINT}"/><w:outlineLvl w:val="0"/>` },
  { id: 'Signature', name: 'Signature', font: '仿宋_GB2312', points: BODY_POINTS, layout: `${exactly}<w:ind w:rightChars="200" w:right="${2 * BODY_POINTS * POINT}" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="right"/>` },
  { id: 'FooterOdd', name: 'footer odd', font: '宋体', points: FOOT_POINTS, layout: `<w:ind w:rightChars="100" w:right="${FOOT_POINTS * POINT}" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="right"/>` },
  { id: 'FooterEven', name: 'footer even', font: '宋体', points: FOOT_POINTS, layout: `<w:ind w:leftChars="100" w:left="${FOOT_POINTS * POINT}" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/>` },
];

function stylesXml(): string {
  const styles = STYLES.map(({ id, name, font, points, layout }) => `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}<w:qFormat/>`
    + `<w:pPr>${layout}</w:pPr><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/><w:spacing w:val="${points === BODY_POINTS ? CLOSER : 0}"/><w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/></w:rPr></w:style>`);
  return xml(`<w:styles ${NS}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="${BODY_POINTS * 2}"/><w:szCs w:val="${BODY_POINTS * 2}"/><w:lang w:val="zh-CN" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>${styles.join('')}</w:styles>`);
}

function fontTable(): string {
  return xml(`<w:fonts ${NS}>${FONTS.map(([name, instead]) => `<w:font w:name="${name}"><w:altName w:val="${instead.replaceAll(';', ',')}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`).join('')}</w:fonts>`);
}

/** `— 1 —` */
function footer(style: string): string {
  return xml(`<w:ftr ${NS}><w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run('— ')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('1')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run(' —')}</w:p></w:ftr>`);
}

const TYPES = [['document', 'document.main'], ['styles', 'styles'], ['fontTable', 'fontTable'], ['settings', 'settings'], ['footer-odd', 'footer'], ['footer-even', 'footer']] as const;

function contentTypes(): string {
  const parts = TYPES.map(([part, type]) => `<Override PartName="/word/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`);
  return xml(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`);
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  return xml(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`).join('')}</Relationships>`);
}
