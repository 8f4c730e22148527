import { useSettings, useWords } from '../settings/SettingsProvider.tsx';
import { shellWords } from '../words/shell.ts';

const SIZES = ['small', 'normal', 'large'] as const;

/** Size of letters, the elder mode, contrast and language. */
export function Display() {
  const say = useWords(shellWords);
  const { settings, change } = useSettings();
  const elder = settings.mode === 'elder';
  const high = settings.contrast === 'high';
  const other = settings.language === 'zh' ? 'en' : 'zh';
  return (
    <div className="display">
      <div role="group" aria-label={say.size} className="display-sizes">
        <span aria-hidden="true">{say.size}</span>
        {SIZES.map((size) => (
          <button key={size} type="button" className="switch" aria-pressed={settings.size === size} onClick={() => change({ size })}>
            {say[size]}
          </button>
        ))}
      </div>
      <button type="button" className="switch" aria-pressed={elder} onClick={() => change({ mode: elder ? 'standard' : 'elder' })}>
        {say.elder}
      </button>
      {!elder && (
        <button type="button" className="switch" aria-pressed={high} onClick={() => change({ contrast: high ? 'normal' : 'high' })}>
          {say.contrast}
        </button>
      )}
      <button type="button" className="switch" lang={other === 'en' ? 'en' : 'zh-CN'} onClick={() => change({ language: other })}>
        {say.otherLanguage}
      </button>
    </div>
  );
}
