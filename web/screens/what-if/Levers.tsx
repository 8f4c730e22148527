import { useCallback } from 'react';
import type { Changes } from '../../../core/check/changes.ts';
import type { CampusFacts } from '../../../core/facts/campus-facts.ts';
import { compare, toDecimalText, toFixed } from '../../../core/values/exact.ts';
import type { Exact } from '../../../core/values/exact.ts';
import { CheckboxField } from '../../components/Field/CheckboxField.tsx';
import { useSettings, useWords } from '../../settings/SettingsProvider.tsx';
import { missingNames } from '../../words/outcome.ts';
import { whatIfWords } from '../../words/what-if.ts';
import type { Trial, WhatIfAnswer } from './answer.ts';
import { LeverField } from './LeverField.tsx';
import type { Lever, LeverGroup } from './levers.ts';
import { changeOf, LEVERS, movedTo, positionOf } from './levers.ts';
import type { Scenario } from './useScenario.ts';

const GROUPS: readonly LeverGroup[] = ['groupStudents', 'groupPremises', 'groupEquipment', 'groupTeachers', 'groupOther'];

/** Everything that can be supposed, by kind; what is rarely needed is folded away. */
export function Levers({ trial, scenario, answer }: { trial: Trial; scenario: Scenario; answer: WhatIfAnswer }) {
  const say = useWords(whatIfWords);
  const { changes, change } = scenario;
  const { facts } = trial;
  const move = useCallback((lever: Lever, position: Exact) => {
    const present = lever.present(facts).value;
    if (present !== null) change((before) => movedTo(before, lever, present, position), lever.key);
  }, [facts, change]);
  return (
    <div className="levers no-print">
      {GROUPS.map((group) => {
        const fields = LEVERS.filter((lever) => lever.group === group).map((lever) => (
          <OneLever key={lever.key} lever={lever} facts={facts} after={answer.facts} changes={changes} move={move} />
        ));
        const inside = (
          <div className="lever-group">
            {fields}
            {group === 'groupPremises' && <FacilityTicks facts={facts} scenario={scenario} />}
            {group === 'groupEquipment' && <BaseTicks facts={facts} scenario={scenario} />}
          </div>
        );
        return group === 'groupOther' ? (
          <details key={group} open={LEVERS.some((lever) => lever.group === group && changes[lever.key] !== undefined)}>
            <summary>{say[group]}</summary>
            {inside}
          </details>
        ) : (
          <section key={group} aria-labelledby={`lever-${group}`}>
            <h3 id={`lever-${group}`}>{say[group]}</h3>
            {inside}
          </section>
        );
      })}
    </div>
  );
}

interface OneLeverProps {
  readonly lever: Lever;
  readonly facts: CampusFacts;
  readonly after: CampusFacts;
  readonly changes: Changes;
  readonly move: (lever: Lever, position: Exact) => void;
}

function OneLever({ lever, facts, after, changes, move }: OneLeverProps) {
  const say = useWords(whatIfWords);
  const { value, missing } = lever.present(facts);
  const most = lever.most?.(after) ?? null;
  const position = value === null ? '' : textOf(positionOf(value, changeOf(changes, lever)));
  const posts = lever.key === 'ideology_teachers' ? facts.ideology.value?.share : undefined;
  const note = posts === undefined || value === null || compare(posts, value) === 0 ? '' : say.posts(textOf(posts));
  return (
    <LeverField
      lever={lever}
      present={value === null ? null : textOf(value)}
      missing={missing.length > 0 ? missing : NONE}
      position={position}
      most={most === null ? null : Number(toFixed(most, 0, 'up'))}
      note={note}
      onMove={move}
    />
  );
}

const NONE: readonly string[] = [];

function textOf(value: Exact): string {
  return toDecimalText(value) ?? toFixed(value, 4, 'down');
}

/** Facilities that the records say are lacking, or say nothing of. */
function FacilityTicks({ facts, scenario }: { facts: CampusFacts; scenario: Scenario }) {
  const say = useWords(whatIfWords);
  const { language } = useSettings().settings;
  const lacking = [...(facts.facilities.value?.absent ?? []), ...(facts.facilities.value?.unreported ?? [])];
  return <Ticks title={say.ticksFacilities} list="facilities" codes={lacking} label={(code) => missingNames([code], language)} scenario={scenario} />;
}

/** Majors that no training base names yet. */
function BaseTicks({ facts, scenario }: { facts: CampusFacts; scenario: Scenario }) {
  const say = useWords(whatIfWords);
  const named = facts.bases.value?.majors;
  const without = named === undefined ? [] : (facts.majors.value ?? []).filter((code) => !named.has(code));
  return <Ticks title={say.ticksBases} list="majors_with_base" codes={without} label={(code) => say.major(code)} scenario={scenario} />;
}

interface TicksProps {
  readonly title: string;
  readonly list: 'facilities' | 'majors_with_base';
  readonly codes: readonly string[];
  readonly label: (code: string) => string;
  readonly scenario: Scenario;
}

function Ticks({ title, list, codes, label, scenario }: TicksProps) {
  if (codes.length === 0) return null;
  const ticked = scenario.changes[list] ?? [];
  const tick = (code: string, on: boolean) => {
    scenario.change((before) => {
      const now = (before[list] ?? []).filter((c) => c !== code);
      const { [list]: _, ...rest } = before;
      const next = on ? [...now, code] : now;
      return next.length === 0 ? rest : { ...rest, [list]: next };
    }, `${list}:${code}`);
  };
  return (
    <fieldset className="lever-ticks">
      <legend className="field-label">{title}</legend>
      {codes.map((code) => (
        <CheckboxField key={code} label={label(code)} checked={ticked.includes(code)} onChange={(on) => tick(code, on)} />
      ))}
    </fieldset>
  );
}
