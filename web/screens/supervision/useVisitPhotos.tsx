import { useState } from 'react';
import { ask, client } from '../../client.ts';
import { Button, ButtonLink } from '../../components/Button/Button.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { supervisionWords } from '../../words/supervision.ts';
import { attachOne } from '../documents/AttachFiles.tsx';
import { RefusalNotice } from '../data/RefusalNotice.tsx';

/** Photos by the line at which they were taken. */
export type Photos = ReadonlyMap<string, readonly File[]>;

interface Left {
  readonly visit_id: string;
  readonly photos: Photos;
  readonly error: unknown;
}

const countOf = (photos: Photos): number => [...photos.values()].reduce((sum, files) => sum + files.length, 0);

/** S3-b: photos that are taken while a visit is filled in. They hang at the findings, which there are once it is recorded; what did not get through is kept and sent again. */
export function useVisitPhotos() {
  const [photos, setPhotos] = useState<Photos>(new Map());
  const [left, setLeft] = useState<Left | null>(null);
  /** Whether all of them hang where they belong. */
  const send = async (visit_id: string, taken: Photos = photos): Promise<boolean> => {
    const [unsent, faults] = [new Map<string, readonly File[]>(), [] as unknown[]];
    const lines = countOf(taken) === 0 ? [] : await ask(client.api.supervision[':visit_id'].$get({ param: { visit_id } })).then((visit) => visit.lines, (error: unknown) => {
      faults.push(error);
      return null;
    });
    for (const [line, files] of taken) {
      const matter_id = lines?.find((one) => one.line === line)?.finding?.matter_id;
      const failed: File[] = lines === null ? [...files] : [];
      for (const file of matter_id === undefined ? [] : files) {
        await attachOne(`matters/${matter_id}`, file, () => undefined).catch((error: unknown) => {
          failed.push(file);
          faults.push(error);
        });
      }
      if (failed.length > 0) unsent.set(line, failed);
    }
    setLeft(unsent.size === 0 ? null : { visit_id, photos: unsent, error: faults[0] });
    return unsent.size === 0;
  };
  return { photos, setPhotos, send, left };
}

interface PhotosLeftProps {
  readonly left: Left;
  readonly busy: boolean;
  readonly onAgain: () => void;
}

/** The visit stands; photos of it do not hang at it yet. */
export function PhotosLeft({ left: { visit_id, photos, error }, busy, onAgain }: PhotosLeftProps) {
  const say = useWords(supervisionWords);
  return (
    <div className="supervision">
      <Notice
        kind="warning" title={say.photosLeft(countOf(photos))} announce
        actions={<><Button kind="primary" aria-disabled={busy} onClick={onAgain}>{say.photosAgain}</Button><ButtonLink to={`/supervision/${visit_id}`}>{say.seeVisit}</ButtonLink></>}
      >
        {say.photosLeftHelp}
      </Notice>
      <RefusalNotice title={say.photosWhy} error={error} />
    </div>
  );
}
