import { useQueryClient } from '@tanstack/react-query';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { documentWords } from '../../words/documents.ts';
import { AttachPhotos } from './AttachFiles.tsx';
import { useFiles, type AttachedFile } from './queries.ts';
import './documents.css';

const isPhoto = ({ type, ended_at }: AttachedFile): boolean => type.startsWith('image/') && ended_at === null;

/** Photos among files, small; each is saved as it was taken. */
export function Photos({ files }: { files: readonly AttachedFile[] }) {
  const say = useWords(documentWords);
  const photos = files.filter(isPhoto).toReversed();
  if (photos.length === 0) return null;
  return (
    <ul className="photos">
      {photos.map(({ attachment_id, file, by }) => (
        <li key={attachment_id}>
          <a href={`/api/files/${attachment_id}/content`} download><img src={`/api/files/${attachment_id}/content`} alt={say.photoOf(file, by)} loading="lazy" /></a>
        </li>
      ))}
    </ul>
  );
}

/** The photos that hang at something, and one touch to add some for whoever may. */
export function PhotosAt({ about, label }: { about: string; label: string }) {
  const queries = useQueryClient();
  const { data } = useFiles(about);
  if (data === undefined) return null;
  return (
    <div className="photos-at">
      <Photos files={data.files} />
      {data.may_attach && <AttachPhotos about={about} label={label} onAttached={() => queries.invalidateQueries({ queryKey: ['files', about] })} />}
    </div>
  );
}
