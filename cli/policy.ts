import { coverage, type CoveredClause } from '../core/policy/coverage.ts';
import type { Pack } from '../core/policy/pack.ts';
import { toDecimalText } from '../core/values/exact.ts';
import { EXIT, print, printJson, readOptions, Refused, type Command, type CommonOptions } from './command.ts';

const USAGE = 'guantong policy list | show CLAUSE | coverage';

/** `policy list | show CLAUSE | coverage`: the pack, clause by clause. */
export const command: Command = async (args) => {
  const { options, positionals } = readOptions(args, {});
  const [action, clause, ...rest] = positionals;
  if (rest.length > 0) throw new Refused(`用法 / usage: ${USAGE}`);
  if (action === 'list' && clause === undefined) return list(options);
  if (action === 'coverage' && clause === undefined) return showCoverage(options);
  if (action === 'show' && clause !== undefined) return show(options, clause);
  throw new Refused(`用法 / usage: ${USAGE}`);
};

function list({ pack, json, lang }: CommonOptions) {
  const { clauses } = coverage(pack);
  if (json) printJson(clauses.map((clause) => detailOf(pack, clause)));
  else for (const clause of clauses) print(`${clause.id.padEnd(7)} ${clause.summary[lang]}`);
  return EXIT.done;
}

function show({ pack, json, lang }: CommonOptions, id: string) {
  const clause = coverage(pack).clauses.find((c) => c.id === id);
  if (clause === undefined) throw new Refused(`没有这一条 / no such clause: ${id}`);
  const detail = detailOf(pack, clause);
  if (json) {
    printJson(detail);
    return EXIT.done;
  }
  print(`${clause.id}  ${clause.summary[lang]}`);
  print(`${lang === 'zh' ? '约束' : 'Binds'}: ${clause.binds.join(', ')}`);
  print(`${lang === 'zh' ? '由什么落实' : 'Served by'}: ${servedText(clause)}`);
  for (const p of detail.parameters) print(`  ${p.key} = ${p.value} ${p.unit} (${p.from} – ${p.to ?? ''}) ${p.label[lang]}`);
  for (const r of detail.readings) print(`  ${r.id} ${r.question[lang]} ${r.options.map((o) => o.label[lang]).join(' | ')}`);
  return EXIT.done;
}

function showCoverage({ pack, json, lang }: CommonOptions) {
  const result = coverage(pack);
  if (json) printJson(result);
  else {
    for (const clause of result.clauses) print(`${clause.id.padEnd(7)} ${servedText(clause) || '–'}`);
    print(lang === 'zh' ? `已落实 ${result.served} / ${result.total} 条` : `${result.served} of ${result.total} clauses are served`);
  }
  return result.served < result.total ? EXIT.open : EXIT.done;
}

function servedText(clause: CoveredClause): string {
  return clause.served_by.map((s) => `${s.kind} ${s.name}`).join(', ');
}

/** A clause with the parameters, readings and standards that belong to it. */
function detailOf(pack: Pack, clause: CoveredClause) {
  const parameters = pack.parameters.filter((p) => p.clause === clause.id);
  return {
    ...clause,
    parameters: parameters.map(({ reading, ...p }) => ({
      ...p,
      value: typeof p.value === 'object' ? (toDecimalText(p.value) ?? `${p.value.n}/${p.value.d}`) : p.value,
      reading: reading?.id ?? null,
    })),
    readings: parameters.flatMap((p) => (p.reading === null ? [] : [{ key: p.key, ...p.reading }])),
    standards: [...pack.standards, ...pack.schoolStandards, ...pack.composites]
      .filter((s) => s.clause === clause.id)
      .map((s) => ({ id: s.id, label: s.label })),
  };
}
