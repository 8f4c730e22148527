import type { Exact } from '../values/exact.ts';
import { toFixed } from '../values/exact.ts';
import type { Model, Rule } from './model.ts';

/** The model as LP text, which any optimiser reads; comments say what each choice and rule stands for. */
export function lpText({ choices, rules }: Model): string {
  const costs = choices.flatMap(({ cost_yuan }, at) => (cost_yuan.n === 0n ? [] : [`${yuan(cost_yuan)} x${at}`]));
  return [
    ...choices.map(({ name }, at) => `\\ x${at}: ${plain(name)}`),
    'Minimize', ...wrapped(` cost: ${costs.length === 0 ? '0 x0' : costs.join(' + ')}`),
    'Subject To', ...rules.flatMap(ruleLines),
    'Bounds', ...choices.map(({ most }, at) => ` 0 <= x${at} <= ${most}`),
    'General', ...wrapped(` ${choices.map((_, at) => `x${at}`).join(' ')}`),
    'End', '',
  ].join('\n');
}

function ruleLines({ demand, factors, least }: Rule, at: number): string[] {
  const sum = factors.map(({ choice, factor }) => `${factor < 0n ? '-' : '+'} ${factor < 0n ? -factor : factor} x${choice}`).join(' ');
  return [...(demand === null ? [] : [`\\ r${at}: ${plain(demand.key)}`]), ...wrapped(` r${at}: ${sum === '' ? '0 x0' : sum} >= ${least}`)];
}

/** Lines stay short: some programs refuse long ones. */
function wrapped(line: string): string[] {
  return (line.match(/.{1,200}(?=\s|$)/g) ?? [line]).map((part, at) => (at === 0 ? part : ` ${part.trim()}`));
}

function yuan(amount: Exact): string {
  return toFixed(amount, 2, 'down');
}

function plain(name: string): string {
  return name.replace(/[\r\n]+/g, ' ');
}
