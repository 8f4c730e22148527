/** A PDF with one more signature field, whose value is still to be filled in. */
export interface Prepared {
  readonly bytes: Buffer;
  /** Where the value stands, with its brackets. */
  readonly from: number;
  readonly to: number;
}

/** Room for the signature, in bytes. */
const ROOM = 12_288;
const OFFSET_FIGURES = 10;

/**
 * Adds a signature field as an incremental update: what was there stays byte for byte. For the PDFs that this program
 * prints, whose objects and table of references are written plainly.
 */
export function prepareForSeal(pdf: Uint8Array, { name, reason, at }: { readonly name: string; readonly reason: string; readonly at: Date }): Prepared {
  const text = Buffer.from(pdf).toString('latin1');
  const before = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const trailer = text.slice(text.indexOf('trailer', before));
  const number = (key: string): number => Number(new RegExp(`/${key} (\\d+)`).exec(trailer)?.[1]);
  const [size, root] = [number('Size'), number('Root')];
  const catalog = objectAt(text, root);
  const page = [...text.matchAll(/(?<=\n)(\d+) 0 obj\n<<\n {2}\/Type \/Page\n/g)].map((match) => Number(match[1]))[0];
  if (page === undefined || Number.isNaN(size) || catalog === null) throw new Error('this PDF is not of our own making');
  const [signature, widget] = [size, size + 1];
  const value = `<${'0'.repeat(ROOM * 2)}>`;
  const parts: readonly (readonly [number, string])[] = [
    [signature, `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (D:${pdfTime(at)}) /Name ${pdfText(name)} /Reason ${pdfText(reason)} /ByteRange ${RANGE} /Contents ${value} >>`],
    [widget, `<< /Type /Annot /Subtype /Widget /FT /Sig /T (guantong-seal) /V ${signature} 0 R /P ${page} 0 R /Rect [0 0 0 0] /F 132 >>`],
    [root, with_(catalog, `/AcroForm << /Fields [${widget} 0 R] /SigFlags 3 >>`)],
    [page, with_(objectAt(text, page) ?? '', `/Annots [${widget} 0 R]`)],
  ];
  let out = `${text}${text.endsWith('\n') ? '' : '\n'}`;
  const offsets = new Map<number, number>();
  for (const [id, body] of parts) {
    offsets.set(id, out.length);
    out += `${id} 0 obj\n${body}\nendobj\n`;
  }
  const table = out.length;
  const entries = [...offsets].sort(([a], [b]) => a - b).map(([id, offset]) => `${id} 1\n${String(offset).padStart(OFFSET_FIGURES, '0')} 00000 n\r\n`);
  const id = /\/ID \[[^\]]*\]/.exec(trailer)?.[0] ?? '';
  out += `xref\n${entries.join('')}trailer\n<< /Size ${size + 2} /Root ${root} 0 R /Info ${number('Info')} 0 R ${id} /Prev ${before} >>\nstartxref\n${table}\n%%EOF\n`;
  const from = out.indexOf(value, offsets.get(signature));
  const to = from + value.length;
  return { bytes: Buffer.from(out.replace(RANGE, rangeOf(from, to, out.length)), 'latin1'), from, to };
}

const RANGE = '[0 ********** ********** **********]';

/** As long as the place that it takes. */
function rangeOf(from: number, to: number, end: number): string {
  const figures = (value: number): string => String(value).padEnd(OFFSET_FIGURES);
  return `[0 ${figures(from)} ${figures(to)} ${figures(end - to)}]`;
}

/** The dictionary of an object as text; null when the object is none. */
function objectAt(text: string, id: number): string | null {
  const found = new RegExp(`(?<=\\n)${id} 0 obj\\n(<<[\\s\\S]*?>>)\\nendobj\\n`).exec(text);
  return found?.[1] ?? null;
}

/** A dictionary with one more entry. */
const with_ = (dictionary: string, entry: string): string => `${dictionary.slice(0, dictionary.lastIndexOf('>>'))}  ${entry}\n>>`;

const pdfTime = (at: Date): string => `${at.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`;

/** Text of any script, as UTF-16 in hex. */
function pdfText(text: string): string {
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}
