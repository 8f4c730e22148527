import { Button } from '../../components/Button/Button.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { formatBytes } from '../../words/format.ts';
import { supervisionWords } from '../../words/supervision.ts';
import { TakePhoto } from '../documents/TakePhoto.tsx';

interface LinePhotosProps {
  /** What the line is called. */
  readonly name: string;
  readonly photos: readonly File[];
  readonly onChange: (photos: readonly File[]) => void;
}

/** What shows that a line is not met, as it is seen: one touch a photo. */
export function LinePhotos({ name, photos, onChange }: LinePhotosProps) {
  const say = useWords(supervisionWords);
  return (
    <div className="line-photos">
      <TakePhoto label={say.photoAt(name)} onPhotos={(taken) => onChange([...photos, ...taken])} />
      {photos.length > 0 && (
        <ul className="plain-list" aria-live="polite">
          {photos.map((photo, at) => (
            <li key={`${at} ${photo.name} ${photo.size}`}>
              {say.photoNo(at + 1)} <span className="small">{photo.name}（{formatBytes(photo.size)}）</span>{' '}
              <Button kind="quiet" aria-label={say.photoAwayOf(at + 1, name)} onClick={() => onChange(photos.filter((_, other) => other !== at))}>{say.photoAway}</Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
