import { isRefusal, refuse, refusalType, type Refusal } from '#kernel';
import jsep, { type Expression } from 'jsep';
import type { RoundPlan } from './round-plan.js';

/** A column that the office derives for every entry of a round, by a formula. */
export interface DerivedColumn {
  readonly key: string;
  readonly name: string;
  readonly formula: string;
}

/** What a formula may ask of an entry. */
export interface ColumnFacts {
  /** The marks of a criterion, one a judge; of `total`, the sheets' totals. */
  marks(criterion: string): readonly number[];
  readonly score: number | null;
  readonly rank: number | null;
  /** A number that the form's field was answered with, or a stated fact. */
  answer(field: string): number | null;
}

/** A column's value, and how it came about: each function that was called, and what it gave. Nothing where something it needs is missing. */
export interface Derived {
  readonly value: number | null;
  readonly steps: readonly { readonly of: string; readonly is: number | null }[];
}

export const wrongFormula = refusalType('column:wrong-formula', 'invalid', '列“{column}”的公式有误：{problem}', 'The formula of the column "{column}" is wrong: {problem}');

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const OF_MARKS: Readonly<Record<string, (marks: readonly number[], rest: readonly number[]) => number>> = {
  mean,
  min: (marks) => Math.min(...marks),
  max: (marks) => Math.max(...marks),
  spread: (marks) => Math.max(...marks) - Math.min(...marks),
  share: (marks, [least = 0]) => marks.filter((mark) => mark >= least).length / marks.length,
};
const OF_NUMBERS: Readonly<Record<string, { readonly takes: number; readonly is: (values: readonly number[]) => number }>> = {
  abs: { takes: 1, is: ([a]) => Math.abs(a!) },
  round: { takes: 2, is: ([a, places]) => Math.round(a! * 10 ** places!) / 10 ** places! },
};
const OF_ENTRY = ['score', 'rank', 'sheets'] as const;
const BINARY: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b, '-': (a, b) => a - b, '*': (a, b) => a * b, '/': (a, b) => a / b,
  '<': (a, b) => Number(a < b), '<=': (a, b) => Number(a <= b), '>': (a, b) => Number(a > b), '>=': (a, b) => Number(a >= b), '==': (a, b) => Number(a === b),
  '&&': (a, b) => Number(a !== 0 && b !== 0), '||': (a, b) => Number(a !== 0 || b !== 0),
};

/** The formula taken apart, or why it is none: an unknown function, an unknown criterion, a sign that isn't known. */
function read({ key, formula }: DerivedColumn, criteria: ReadonlySet<string>): Expression | Refusal {
  try {
    const parsed = jsep(formula);
    const problem = problemIn(parsed, criteria);
    return problem === null ? parsed : refuse(wrongFormula, { column: key, problem });
  } catch (error) {
    return refuse(wrongFormula, { column: key, problem: error instanceof Error ? error.message : String(error) });
  }
}

/** Whether the columns of a call can be worked out in its rounds. */
export function checkColumns(columns: readonly DerivedColumn[], plans: readonly RoundPlan[]): Refusal | null {
  const criteria = new Set(['total', ...plans.flatMap(({ rubric }) => rubric.map(({ key }) => key))]);
  for (const column of columns) {
    const found = read(column, criteria);
    if (isRefusal(found)) return found;
  }
  return null;
}

interface Call {
  readonly name: string;
  readonly text: string | null;
  readonly numbers: readonly Expression[];
}

/** A call as formulas know it: a function's name, a text as its first argument or none, and the rest. */
function callOf(node: Expression): Call | null {
  if (node.type !== 'CallExpression' || (node['callee'] as Expression).type !== 'Identifier') return null;
  const args = node['arguments'] as Expression[];
  const text = args[0]?.type === 'Literal' && typeof args[0]['value'] === 'string' ? args[0]['value'] : null;
  return { name: (node['callee'] as Expression)['name'] as string, text, numbers: text === null ? args : args.slice(1) };
}

const parts = (node: Expression): Expression[] => ['left', 'right', 'argument', 'test', 'consequent', 'alternate'].flatMap((side) => (node[side] === undefined ? [] : [node[side] as Expression]));

function problemIn(node: Expression, criteria: ReadonlySet<string>): string | null {
  const call = callOf(node);
  if (call) return problemInCall(call) ?? (Object.hasOwn(OF_MARKS, call.name) && !criteria.has(call.text!) ? `没有评分项 / no criterion "${call.text}"` : firstProblem(call.numbers, criteria));
  if (node.type === 'Literal') return typeof node['value'] === 'number' ? null : `这里应为数字 / a number is needed: ${String(node['raw'])}`;
  if (node.type === 'BinaryExpression' && Object.hasOwn(BINARY, node['operator'] as string)) return firstProblem(parts(node), criteria);
  if (node.type === 'UnaryExpression' && node['operator'] === '-') return firstProblem(parts(node), criteria);
  if (node.type === 'ConditionalExpression') return firstProblem(parts(node), criteria);
  return `不能使用 / can't be used here: ${String(node['name'] ?? node['operator'] ?? node.type)}`;
}

const firstProblem = (nodes: readonly Expression[], criteria: ReadonlySet<string>): string | null => nodes.map((node) => problemIn(node, criteria)).find((problem) => problem !== null) ?? null;

function problemInCall({ name, text, numbers }: Call): string | null {
  const needs = (fits: boolean, what: string) => (fits ? null : `${name}: ${what}`);
  if (Object.hasOwn(OF_MARKS, name)) return needs(text !== null && numbers.length === (name === 'share' ? 1 : 0), '需要评分项名称 / it needs a criterion’s key');
  if (Object.hasOwn(OF_NUMBERS, name)) return needs(text === null && numbers.length === OF_NUMBERS[name]!.takes, `需要 ${OF_NUMBERS[name]!.takes} 个数 / it needs so many numbers`);
  if (name === 'answer') return needs(text !== null && numbers.length === 0, '需要字段名称 / it needs a field’s key');
  if ((OF_ENTRY as readonly string[]).includes(name)) return needs(text === null && numbers.length === 0, '不带参数 / it takes nothing');
  return `没有函数 / no function "${name}"`;
}

/** Works a checked column out for one entry. */
export function derive(column: DerivedColumn, facts: ColumnFacts): Derived {
  const steps: { of: string; is: number | null }[] = [];
  const told = (of: string, is: number | null) => {
    steps.push({ of, is });
    return is;
  };
  const all = (nodes: readonly Expression[]): number[] | null => {
    const values = nodes.map(valueOf);
    return values.some((value) => value === null) ? null : (values as number[]);
  };
  const valueOf = (node: Expression): number | null => {
    const call = callOf(node);
    if (call) return calledWith(call);
    if (node.type === 'Literal') return node['value'] as number;
    if (node.type === 'ConditionalExpression') {
      const test = valueOf(node['test'] as Expression);
      return test === null ? null : valueOf((test !== 0 ? node['consequent'] : node['alternate']) as Expression);
    }
    const values = all(parts(node));
    if (values === null) return null;
    return node.type === 'UnaryExpression' ? -values[0]! : finite(BINARY[node['operator'] as string]!(values[0]!, values[1]!));
  };
  const calledWith = ({ name, text, numbers }: Call): number | null => {
    const values = all(numbers);
    if (values === null) return null;
    const said = `${name}(${[...(text === null ? [] : [`"${text}"`]), ...values].join(', ')})`;
    if (Object.hasOwn(OF_NUMBERS, name)) return finite(OF_NUMBERS[name]!.is(values));
    if (name === 'answer') return told(said, facts.answer(text!));
    if (name === 'score') return told(said, facts.score);
    if (name === 'rank') return told(said, facts.rank);
    if (name === 'sheets') return told(said, facts.marks('total').length);
    const marks = facts.marks(text!);
    return told(said, marks.length === 0 ? null : OF_MARKS[name]!(marks, values));
  };
  return { value: valueOf(jsep(column.formula)), steps };
}

/** Division by nothing gives nothing. */
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
