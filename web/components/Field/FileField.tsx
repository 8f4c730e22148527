import { useWords } from '../../settings/SettingsProvider.tsx';
import { componentWords } from '../../words/components.ts';
import { Field, type FieldProps } from './Field.tsx';

interface FileFieldProps extends FieldProps {
  readonly file: File | null;
  readonly onChange: (file: File | null) => void;
}

/** One file. The browser's own button speaks the language of the browser and is as wide as it likes: it is there for keyboard and reader, what is seen is ours. */
export function FileField({ file, onChange, ...field }: FileFieldProps) {
  const say = useWords(componentWords);
  return (
    <Field {...field}>
      {(control) => (
        <div className="field-file">
          <input {...control} type="file" onChange={(event) => onChange(event.currentTarget.files?.[0] ?? null)} />
          <label htmlFor={control.id} className="button" aria-hidden="true">{say.chooseFile}</label>
          <span className="field-file-name">{file?.name ?? say.noFile}</span>
        </div>
      )}
    </Field>
  );
}
