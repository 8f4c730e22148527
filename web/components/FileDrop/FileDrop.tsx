import { useRef, useState } from 'react';
import { DropZone } from 'react-aria-components/DropZone';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { componentWords } from '../../words/components.ts';
import { formatBytes } from '../../words/format.ts';
import { Button } from '../Button/Button.tsx';
import './FileDrop.css';

interface FileDropProps {
  readonly label: string;
  readonly help?: string;
  /** Endings with the dot: `.xlsx`, `.csv`. */
  readonly accept: readonly string[];
  readonly multiple?: boolean;
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
}

/** Files by drag and drop, by the file dialog or by pasting; a wrong kind is refused here, with what would do. */
export function FileDrop({ label, help, accept, multiple = false, files, onChange }: FileDropProps) {
  const say = useWords(componentWords);
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const take = (given: readonly File[]) => {
    const wrong = given.find((file) => !accept.some((ending) => file.name.toLowerCase().endsWith(ending)));
    setRefused(wrong === undefined ? null : say.notAccepted(wrong.name, accept.join(' ')));
    if (wrong === undefined && given.length > 0) onChange(multiple ? given : given.slice(0, 1));
  };
  return (
    <div className="file-drop-frame" role="group" aria-label={label}>
      <DropZone
        className="file-drop"
        aria-label={label}
        onDrop={async (event) => {
          const dropped = event.items.filter((item) => item.kind === 'file').map((item) => item.getFile());
          take(await Promise.all(dropped));
        }}
      >
        <p className="file-drop-label">{label}</p>
        <p className="file-drop-act">
          {say.dropHere}
          <Button kind="primary" onClick={() => input.current?.click()}>
            {files.length === 0 ? say.chooseFile : say.removeFile}
          </Button>
        </p>
        {help !== undefined && <p className="small">{help}</p>}
        <input
          ref={input}
          type="file"
          hidden
          accept={accept.join(',')}
          multiple={multiple}
          onChange={(event) => {
            take([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      </DropZone>
      <div role="status" className="file-drop-said">
        {refused !== null && <p className="field-error">{refused}</p>}
        {refused === null && files.map((file) => <p key={file.name}>{say.chosen(file.name, formatBytes(file.size))}</p>)}
      </div>
    </div>
  );
}
