import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

/** All text of all files of an archive, one after another, each under its name. */
export function unpacked(bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
      if (error !== null) return reject(error);
      const parts: string[] = [];
      zip.on('error', reject);
      zip.on('end', () => resolve(parts.join('\n')));
      zip.on('entry', (entry: Entry) => {
        readEntry(zip, entry).then((text) => {
          parts.push(`${entry.fileName}\n${text}`);
          zip.readEntry();
        }, reject);
      });
      zip.readEntry();
    });
  });
}

function readEntry(zip: ZipFile, entry: Entry): Promise<string> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) return reject(error);
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', reject);
      stream.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    });
  });
}
