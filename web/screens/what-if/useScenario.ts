import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Changes } from '../../../core/check/changes.ts';
import { readScenario, scenarioText, withScenario } from './scenario.ts';

/** Browsers slow pages that rewrite their address at every move of a slider. */
const WRITE_AFTER_MS = 250;
/** Moves of the same lever within this time are one step to undo. */
const ONE_STEP_MS = 800;
const MOST_STEPS = 100;

export interface Scenario {
  readonly changes: Changes;
  /** `by` names the lever, so that one drag is one step to undo. */
  readonly change: (next: (before: Changes) => Changes, by: string) => void;
  readonly undo: () => void;
  readonly canUndo: boolean;
}

/** What is supposed: kept here while it moves, written to the address when it rests, read from there when it is opened. */
export function useScenario(): Scenario {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const [changes, setChanges] = useState(() => readScenario(search));
  const [past, setPast] = useState<readonly Changes[]>([]);
  const current = useRef(changes);
  const lastMove = useRef({ by: '', at: 0 });
  const inAddress = scenarioText(readScenario(search));
  const written = useRef(inAddress);

  const set = useCallback((next: Changes) => {
    current.current = next;
    setChanges(next);
  }, []);

  // Another address, by link or by the back button, is another scenario.
  useEffect(() => {
    if (inAddress === written.current) return;
    written.current = inAddress;
    set(readScenario(search));
    setPast([]);
  }, [inAddress, search, set]);

  useEffect(() => {
    const text = scenarioText(changes);
    if (text === written.current) return;
    const timer = setTimeout(() => {
      written.current = text;
      navigate(`${path}?${withScenario(search, changes)}`, { replace: true });
    }, WRITE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [changes, navigate, path, search]);

  const change = useCallback((next: (before: Changes) => Changes, by: string) => {
    const before = current.current;
    const now = performance.now();
    const sameStep = lastMove.current.by === by && now - lastMove.current.at < ONE_STEP_MS;
    lastMove.current = { by, at: now };
    if (!sameStep) setPast((steps) => [...steps.slice(-MOST_STEPS + 1), before]);
    set(next(before));
  }, [set]);

  const undo = useCallback(() => {
    const before = past.at(-1);
    if (before === undefined) return;
    lastMove.current = { by: '', at: 0 };
    setPast(past.slice(0, -1));
    set(before);
  }, [past, set]);

  return { changes, change, undo, canUndo: past.length > 0 };
}
