import { openStore } from '../../cli/open-store.ts';
import { MADE_CONTENTS } from '../../core/documents/made-contents.ts';
import { issueDocument } from '../../store/documents.ts';
import { programActor } from '../../store/program-actor.ts';
import { listRegions } from '../../store/regions.ts';
import { randomFrom } from './random.ts';

/** One of the programs of `documents.ts`: issues documents, five at a time, lets some go, and prints each number that was committed. */
const [dataDir = '', seed = '1'] = process.argv.slice(2);
const AT_ONCE = 5;
const ONE_LET_GO_IN = 4;

const random = randomFrom(Number(seed));
const { database } = await openStore({ dataDir, join: true, log: () => undefined });
const region_id = (await listRegions(database))[0]?.region_id ?? 0;
const as = database.as(programActor(region_id));

async function issueForever(): Promise<never> {
  for (;;) {
    const letGo = random.oneIn(ONE_LET_GO_IN);
    const number = await as.write(async (tx) => {
      const issued = await issueDocument(tx, 'campus_plate', MADE_CONTENTS.campus_plate, { object: 'campuses/C', thing: 'campus:C' });
      if (letGo) tx.discard();
      return issued.number;
    });
    process.stdout.write(`${letGo ? 'let go' : 'committed'} ${number}\n`);
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, issueForever));
