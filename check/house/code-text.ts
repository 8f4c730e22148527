/** A source text whose comments, and if wanted strings, are blanks: offsets and lines stay where they were. */
export interface Blanking {
  readonly strings: boolean;
}

const BEFORE_REGEX = /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of|do|else|void|delete|throw|new|await|yield))\s*$/;

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

/** The end of a quoted string that starts at `start`. */
function endOfQuoted(text: string, start: number): number {
  const quote = text[start];
  let at = start + 1;
  while (at < text.length && text[at] !== quote && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function endOfRegex(text: string, start: number): number {
  let inClass = false;
  for (let at = start + 1; at < text.length && text[at] !== '\n'; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '[') inClass = true;
    else if (text[at] === ']') inClass = false;
    else if (text[at] === '/' && !inClass) return at + 1;
  }
  return start + 1;
}

/** The end of a template's text from `start`: after its closing backtick, or before the `{` of `${`. */
function endOfTemplateText(text: string, start: number): { end: number; opens: boolean } {
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '`') return { end: at + 1, opens: false };
    else if (text[at] === '$' && text[at + 1] === '{') return { end: at + 1, opens: true };
  }
  return { end: text.length, opens: false };
}

interface Piece { readonly end: number; readonly kind: 'comment' | 'string' | 'template' | 'regex' }

/** The comment, string or regular expression that starts here, or null for ordinary code. */
function pieceAt(text: string, at: number, codeBefore: string): Piece | null {
  const two = text.slice(at, at + 2);
  if (two === '//') return { end: endOrLength(text, text.indexOf('\n', at)), kind: 'comment' };
  if (two === '/*') return { end: endOrLength(text, text.indexOf('*/', at) + 2), kind: 'comment' };
  const one = text[at];
  if (one === "'" || one === '"') return { end: endOfQuoted(text, at), kind: 'string' };
  if (one === '`') return { end: endOfTemplateText(text, at + 1).end, kind: 'template' };
  if (one === '/' && BEFORE_REGEX.test(codeBefore)) return { end: endOfRegex(text, at), kind: 'regex' };
  return null;
}

function endOrLength(text: string, end: number): number {
  return end <= 1 ? text.length : end;
}

/** Blanks comments (and strings) of a TypeScript source; braces inside templates are followed. */
export function codeOf(text: string, { strings }: Blanking): string {
  let out = '';
  const depths: number[] = [];
  for (let at = 0; at < text.length;) {
    const one = text[at] ?? '';
    const resumes = one === '}' && depths.at(-1) === 0;
    const piece: Piece | null = resumes ? { end: endOfTemplateText(text, at + 1).end, kind: 'template' } : pieceAt(text, at, out.slice(-40));
    if (piece === null) {
      const last = depths.length - 1;
      if (last >= 0 && (one === '{' || one === '}')) depths[last] = (depths[last] ?? 0) + (one === '{' ? 1 : -1);
      out += one;
      at += 1;
      continue;
    }
    const inside = text.slice(at, piece.end);
    const hidden = resumes ? `}${blank(inside.slice(1))}` : blank(inside);
    if (resumes) depths.pop();
    if (piece.kind === 'template' && text[piece.end - 1] === '$') {
      depths.push(0);
      out += `${strings ? hidden : inside}{`;
      at = piece.end + 1;
      continue;
    }
    out += piece.kind === 'comment' || strings ? hidden : inside;
    at = piece.end;
  }
  return out;
}

/** The line of an offset, from 1. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
