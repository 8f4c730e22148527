/** A message as a mail server got it, taken apart. */
export interface ArrivedMail {
  readonly message_id: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly headers: ReadonlyMap<string, string>;
}

/** Reads a message of one part as RFC 5322, 2045 and 2047 say. */
export function readMail(raw: Buffer): ArrivedMail {
  const whole = raw.toString('latin1');
  const cut = whole.indexOf('\r\n\r\n');
  const unfolded = whole.slice(0, cut).replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers = new Map(unfolded.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  }));
  const encoding = (headers.get('content-transfer-encoding') ?? '7bit').toLowerCase();
  const header = (name: string): string => decodedWords(headers.get(name) ?? '');
  return {
    headers, message_id: headers.get('message-id') ?? '', from: header('from'), to: header('to'), subject: header('subject'),
    text: decodedBody(whole.slice(cut + 4), encoding).toString('utf8').replaceAll('\r\n', '\n'),
  };
}

/** Words in a row are one text: a character may be cut between them. */
function decodedWords(text: string): string {
  return text.replace(/(?:=\?utf-8\?[bq]\?[^?]*\?=\s*)+/gi, (run) => {
    const parts = [...run.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(([, how = '', word = '']) =>
      (how.toLowerCase() === 'b' ? Buffer.from(word, 'base64') : quotedPrintable(word.replaceAll('_', ' '))));
    return Buffer.concat(parts).toString('utf8') + (/\s$/.test(run) ? ' ' : '');
  });
}

function decodedBody(body: string, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  return encoding === 'quoted-printable' ? quotedPrintable(body.replace(/=\r\n/g, '')) : Buffer.from(body, 'latin1');
}

function quotedPrintable(text: string): Buffer {
  return Buffer.from(text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1');
}
