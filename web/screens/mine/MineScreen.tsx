import type { SheetName } from '../../../core/exchange/sheets.ts';
import { kindOf, MINOR_KINDS } from '../../../core/access/kinds.ts';
import { Answer } from '../../components/Answer/Answer.tsx';
import { ButtonLink } from '../../components/Button/Button.tsx';
import { EmptyState } from '../../components/EmptyState/EmptyState.tsx';
import { Notice } from '../../components/Notice/Notice.tsx';
import { useWords } from '../../settings/SettingsProvider.tsx';
import { NotAllowed } from '../../shell/NotAllowed.tsx';
import { Page } from '../../shell/PageHead.tsx';
import { isPlain, useMay, useSession } from '../../shell/session.ts';
import { mineWords } from '../../words/mine.ts';
import { shellWords } from '../../words/shell.ts';
import { DownloadMyData } from '../account/DownloadMyData.tsx';
import { GROUPS } from '../data/registers/groups.ts';
import { useRegisterCounts } from '../data/registers/queries.ts';
import { RecordCards } from './RecordCards.tsx';
import { OwnDuties } from '../todo/OwnDuties.tsx';
import { SurveyInvitation } from '../surveys/SurveyInvitation.tsx';
import './mine.css';

/** The roll first, then what follows from it. */
const SHEETS: readonly SheetName[] = GROUPS.flatMap(({ sheets }) => sheets).filter((sheet) => MINOR_KINDS.includes(kindOf(sheet)));

/** 我的资料: what students, guardians and enterprises find here today, in one column. */
export function MineScreen() {
  // Who works in the pilot has the registers themselves.
  return isPlain(useSession()) ? <Mine /> : <NotAllowed />;
}

function Mine() {
  const say = useWords(mineWords);
  const shell = useWords(shellWords);
  const { account, roles } = useSession();
  const may = useMay();
  const counts = useRegisterCounts();
  const place = roles.find(({ role }) => role === 'enterprise')?.organisation ?? null;
  return (
    <Page title={shell.mine} lead={place === null ? say.lead(account?.name ?? '') : say.leadOf(place)}>
      {place !== null && <><SurveyInvitation /><OwnDuties /></>}
      <Answer query={counts}>
        {({ registers }) => {
          const there = SHEETS.flatMap((sheet) => {
            const records = registers.find((one) => one.sheet === sheet)?.records ?? 0;
            return records > 0 && may(`${kindOf(sheet)}.read`) ? [{ sheet, records }] : [];
          });
          if (there.length === 0) return <EmptyState title={say.nothing}>{say.nothingHelp}</EmptyState>;
          return (
            <>
              <Notice kind="info" title={say.checkTitle}>
                {place === null ? say.checkStudent : say.checkEnterprise}
              </Notice>
              {there.map(({ sheet, records }) => (
                <RecordCards key={sheet} sheet={sheet} total={records} />
              ))}
            </>
          );
        }}
      </Answer>
      <section className="mine-also no-print" aria-labelledby="mine-also">
        <h2 id="mine-also">{say.also}</h2>
        {place === null && <DownloadMyData />}
        <div className="button-row">
          {may('matters.read') && <ButtonLink to="/schemes">{shell.schemes}</ButtonLink>}
          {place !== null && may('employment.write') && <ButtonLink to="/jobs">{shell.jobs}</ButtonLink>}
          {may('partners.read') && <ButtonLink to="/organisations">{shell.organisations}</ButtonLink>}
          <ButtonLink to="/clauses">{say.clauses}</ButtonLink>
          <ButtonLink to="/account">{say.account}</ButtonLink>
        </div>
      </section>
    </Page>
  );
}
