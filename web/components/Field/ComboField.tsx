import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { componentWords } from '../../words/components.ts';
import { Field } from './Field.tsx';
import type { FieldProps } from './Field.tsx';

interface ComboFieldProps extends FieldProps {
  /** Empty text: nothing chosen yet. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** A long list that is searched by typing: whatever is typed finds, and only what stands in the list is taken. */
export function ComboField({ value, onChange, options, ...field }: ComboFieldProps) {
  const say = useWords(componentWords);
  return (
    <Field {...field}>
      {(control) => (
        <ComboBox aria-label={field.label} className="combo" selectedKey={value === '' ? null : value} onSelectionChange={(key) => onChange(key === null ? '' : String(key))} defaultItems={options} menuTrigger="focus" allowsEmptyCollection>
          <div className="combo-box">
            <Input {...control} className="field-box" autoComplete="off" placeholder="" />
            <Button className="combo-open" aria-label={say.choose}>▾</Button>
          </div>
          <Popover className="combo-list">
            {/* It hangs at the end of the page: named, so that it belongs somewhere. */}
            <div role="region" aria-label={field.label}>
              <ListBox<(typeof options)[number]> renderEmptyState={() => <p className="combo-none">{say.nothingFound}</p>}>
                {(option) => <ListBoxItem id={option.value} textValue={option.label} className="combo-option">{option.label}</ListBoxItem>}
              </ListBox>
            </div>
          </Popover>
        </ComboBox>
      )}
    </Field>
  );
}
