import { useRef } from 'react';
import { Button } from '../../components/Button/Button.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { documentWords } from '../../words/documents.ts';

interface TakePhotoProps {
  readonly onPhotos: (photos: readonly File[]) => void;
  /** What the button says to who hears it, where several stand on a page. */
  readonly label?: string | undefined;
}

/** One touch opens the camera of a phone; where there is none, the files. */
export function TakePhoto({ onPhotos, label }: TakePhotoProps) {
  const say = useWords(documentWords);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button className="take-photo" aria-label={label} onClick={() => input.current?.click()}>{say.takePhoto}</Button>
      <input
        ref={input} type="file" hidden accept="image/jpeg,image/png" capture="environment" className="photo-input"
        onChange={(event) => {
          const photos = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (photos.length > 0) onPhotos(photos);
        }}
      />
    </>
  );
}
