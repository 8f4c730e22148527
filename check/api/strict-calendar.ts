/** One event of a calendar. */
export interface CalendarEvent {
  readonly uid: string;
  readonly start: string;
  readonly end: string;
  readonly summary: string;
}

const LINE = /^([A-Z-]+)((?:;[A-Z-]+=[^;:"]+)*):(.*)$/s;
const DAY = /^\d{4}(0[1-9]|1[0-2])([0-2]\d|3[01])$/;
const REQUIRED = ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY'];

/** Reads an iCalendar object as RFC 5545 has it and nothing looser. @throws Error that says which line is wrong, and why. */
export function readCalendar(text: string): CalendarEvent[] {
  if (!text.endsWith('\r\n')) throw new Error('the last line is not ended');
  const raw = text.slice(0, -2).split('\r\n');
  for (const line of raw) {
    if (/[\r\n]/.test(line)) throw new Error(`a bare line break in ${JSON.stringify(line)}`);
    if (Buffer.byteLength(line) > 75) throw new Error(`longer than 75 octets: ${line}`);
    if (line === '' || Buffer.from(line).toString() !== line) throw new Error(`not a line: ${JSON.stringify(line)}`);
  }
  const lines = raw.reduce<string[]>((all, line) => (line.startsWith(' ') ? [...all.slice(0, -1), (all.at(-1) ?? '') + line.slice(1)] : [...all, line]), []);
  const properties = lines.map((line) => {
    const match = LINE.exec(line);
    if (match === null) throw new Error(`not a property: ${line}`);
    return { name: match[1] ?? '', parameters: match[2] ?? '', value: match[3] ?? '' };
  });
  return eventsOf(properties);
}

interface Property {
  readonly name: string;
  readonly parameters: string;
  readonly value: string;
}

function eventsOf(properties: readonly Property[]): CalendarEvent[] {
  const [first, last] = [properties[0], properties.at(-1)];
  if (first?.name !== 'BEGIN' || first.value !== 'VCALENDAR' || last?.name !== 'END' || last.value !== 'VCALENDAR') throw new Error('no VCALENDAR');
  const events: CalendarEvent[] = [];
  let open: Property[] | null = null;
  const head: string[] = [];
  for (const property of properties.slice(1, -1)) {
    if (property.name === 'BEGIN') {
      if (open !== null || property.value !== 'VEVENT') throw new Error(`BEGIN:${property.value} is out of place`);
      open = [];
    } else if (property.name === 'END') {
      if (open === null || property.value !== 'VEVENT') throw new Error(`END:${property.value} is out of place`);
      events.push(eventOf(open));
      open = null;
    } else if (open === null) head.push(property.name);
    else open.push(property);
  }
  if (open !== null || head.filter((name) => name === 'VERSION').length !== 1 || head.filter((name) => name === 'PRODID').length !== 1) throw new Error('VERSION and PRODID stand once');
  return events;
}

function eventOf(properties: readonly Property[]): CalendarEvent {
  const value = (name: string): string => {
    const found = properties.filter((one) => one.name === name);
    if (found.length !== 1) throw new Error(`${name} stands ${found.length} times`);
    return found[0]?.value ?? '';
  };
  const values = Object.fromEntries(REQUIRED.map((name) => [name, value(name)]));
  if (!/^\d{8}T\d{6}Z$/.test(values['DTSTAMP'] ?? '')) throw new Error(`not a moment in UTC: ${values['DTSTAMP']}`);
  for (const name of ['DTSTART', 'DTEND']) {
    if (!DAY.test(values[name] ?? '') || properties.find((one) => one.name === name)?.parameters !== ';VALUE=DATE') throw new Error(`${name} is no whole day: ${values[name]}`);
  }
  return { uid: values['UID'] ?? '', start: values['DTSTART'] ?? '', end: values['DTEND'] ?? '', summary: unescaped(values['SUMMARY'] ?? '') };
}

function unescaped(text: string): string {
  if (!/^(?:[^\\;,]|\\[\\;,nN])*$/s.test(text)) throw new Error(`not escaped: ${text}`);
  return text.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
}
