import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '../../components/Button/Button.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { groupDigits } from '../../words/format.ts';
import { slipWords } from '../../words/slips.ts';
import { formatMoment } from '../data/moment.ts';
import { sheetsOf } from './slip.ts';
import type { Slip } from './slip.ts';
import './slips.css';

interface SlipsProps {
  readonly slips: readonly Slip[];
  /** Called when they are to be gone: by the button, and when the page is left for another. */
  readonly onForget: () => void;
}

/** Slips to print and cut. They are in the memory of this page and nowhere else; leaving it asks first. */
export function Slips({ slips, onForget }: SlipsProps) {
  const say = useWords(slipWords);
  const sheets = sheetsOf(slips);
  useForgetting(onForget);
  return (
    <section className="slips" aria-labelledby="slips-title">
      <h2 id="slips-title">{say.title(groupDigits(String(slips.length)))}</h2>
      <Notice
        kind="warning" title={say.kept} announce
        actions={
          <>
            <Button kind="primary" onClick={() => window.print()}>{say.print}</Button>
            <Button onClick={onForget}>{say.forget}</Button>
          </>
        }
      >
        <p>{say.paper(groupDigits(String(sheets.length)))}</p>
      </Notice>
      <div className="slip-sheets" role="list" aria-label={say.list}>
        {sheets.map((sheet) => (
          <div key={sheet[0]?.code} className="slip-sheet" role="presentation">
            {sheet.map((slip) => (
              <OneSlip key={slip.code} slip={slip} />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

/** Leaving asks first, and takes the slips off the page, so that "back" does not show them again. */
function useForgetting(onForget: () => void): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    const forget = () => flushSync(onForget);
    window.addEventListener('beforeunload', ask);
    window.addEventListener('pagehide', forget);
    return () => {
      window.removeEventListener('beforeunload', ask);
      window.removeEventListener('pagehide', forget);
    };
  }, [onForget]);
}

/** The slip speaks Chinese, for whoever gets it; on an English page it says the same in English below. */
function OneSlip({ slip }: { slip: Slip }) {
  const { language } = useSettings().settings;
  const say = useWords(slipWords);
  const { zh, en } = slipWords;
  const [address = ''] = slip.address.split('#');
  return (
    <div className="slip" role="listitem">
      <div className="slip-head">
        <p className="slip-title" lang="zh-CN">{zh[slip.purpose]}</p>
        {language === 'en' && <p className="slip-also" lang="en">{en[slip.purpose]}</p>}
      </div>
      <img className="slip-qr" src={`data:image/svg+xml,${encodeURIComponent(slip.qr_svg)}`} alt={say.qr(slip.name)} />
      <dl lang="zh-CN">
        <dt>{zh.name}</dt>
        <dd>{slip.name}</dd>
        <dt>{zh.account}</dt>
        <dd className="slip-account">{slip.account}</dd>
        <dt>{zh.code}</dt>
        <dd className="slip-code">{slip.code}</dd>
        <dt>{zh.until}</dt>
        <dd>{formatMoment(slip.expires_at, 'zh')}</dd>
      </dl>
      <div className="slip-steps" lang="zh-CN">
        <p>{zh.open(address)}</p>
        <p>{zh.choose}</p>
        <p>{zh.keep}</p>
      </div>
      {language === 'en' && (
        <div className="slip-steps slip-also" lang="en">
          <p>{`${en.open(address)} ${en.choose} ${en.keep}`}</p>
        </div>
      )}
    </div>
  );
}
