import { addDays, type PlainDate } from '../values/plain-date.ts';

/** One last day in somebody's calendar. */
export interface CalendarEntry {
  /** The same as long as it is the same thing that is owed, whenever it is due. */
  readonly uid: string;
  readonly on: PlainDate;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  /** When it was last worked out: `2025-10-09T01:02:03Z`, with or without fractions. */
  readonly changed_at: string;
}

/** An iCalendar object (RFC 5545) with an event of a whole day for each entry; days are those of Asia/Shanghai. */
export function calendarText(name: string, entries: readonly CalendarEntry[]): string {
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Guantong//Duties//ZH', 'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`, 'X-WR-TIMEZONE:Asia/Shanghai',
    ...entries.flatMap((entry) => [
      'BEGIN:VEVENT', `UID:${escaped(entry.uid)}`, `DTSTAMP:${stamp(entry.changed_at)}`, `DTSTART;VALUE=DATE:${compact(entry.on)}`, `DTEND;VALUE=DATE:${compact(addDays(entry.on, 1))}`,
      `SUMMARY:${escaped(entry.summary)}`, `DESCRIPTION:${escaped(entry.description)}`, `URL:${entry.url}`, 'TRANSP:TRANSPARENT', 'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const compact = (on: PlainDate): string => on.replaceAll('-', '');
const stamp = (instant: string): string => `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n');
}

const MOST_OCTETS = 75;

/** Lines are cut so that none has more than 75 octets, and no character is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const more = octetsOf(character);
    if (octets + more > MOST_OCTETS) {
      parts.push(part);
      [part, octets] = [' ', 1];
    }
    part += character;
    octets += more;
  }
  return [...parts, part].join('\r\n');
}

/** How long a character is in UTF-8. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
