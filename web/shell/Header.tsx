import { useEffect, useRef } from 'react';
import { ScreenLink } from '../components/Button/Button.tsx';
import { Tag } from '../components/Tag/Tag.tsx';
import { useWords } from '../settings/SettingsProvider.tsx';
import { shellWords } from '../words/shell.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { AsOf } from './AsOf.tsx';
import { Display } from './Display.tsx';
import { PhoneMenu } from './PhoneMenu.tsx';
import type { RegionHead } from './region.ts';
import { useMay, useSession } from './session.ts';

/** Region, date and looks: the same on every page. */
export function Header({ region }: { region: RegionHead | null }) {
  const say = useWords(shellWords);
  const { landing } = useSession();
  const may = useMay();
  const head = useRef<HTMLElement>(null);
  useEffect(() => tellHeight(head.current), []);
  return (
    <header ref={head} className="head no-print">
      <ScreenLink to={landing ?? '/'} className="brand">
        {say.brand}
      </ScreenLink>
      {region !== null && (
        <div className="head-place">
          <span>{say.pilot(region.name)}</span>
          {region.sample && <Tag kind="sample" />}
        </div>
      )}
      {region !== null && may('verdicts.read') && <AsOf snapshots={region.snapshots} />}
      <div className="head-display">
        <Display />
      </div>
      <AccountMenu />
      <PhoneMenu />
    </header>
  );
}

/** What sticks below the head must know how high it is: in English and in the elder mode it may take two lines. */
function tellHeight(head: HTMLElement | null): (() => void) | undefined {
  if (head === null) return undefined;
  const measured = new ResizeObserver(() => document.documentElement.style.setProperty('--head-height', `${head.offsetHeight}px`));
  measured.observe(head);
  return () => measured.disconnect();
}
