// What is asked of a plan: that it reads and sorts little more than it answers with, however large the company. And its form as text.
import type { Explained, Plan } from './plans-capture.ts';

/** The greediest part of a plan: how many rows it looked at, beside how many the statement answers with. */
export type Judged = { rows: number; read: number; where: string };

const scan = /Scan$/;
const looked = (plan: Plan): number =>
  Math.round(
    (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0)) *
      plan['Actual Loops'],
  );
const inner = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(inner)];

/** Rows that one node reads from a table, or puts in order. Working sets of the statement itself (CTE, subquery) are counted where they are read. */
function readBy(plan: Plan): number {
  const type = plan['Node Type'];
  if (scan.test(type) && !/^(CTE|Subquery|Function|WorkTable|Values|Result)/.test(type)) return looked(plan);
  if (/Sort/.test(type))
    return (plan.Plans ?? []).reduce((sum, child) => sum + child['Actual Rows'] * child['Actual Loops'], 0);
  return (plan['Rows Removed by Join Filter'] ?? 0) * plan['Actual Loops'];
}

const nameOf = (plan: Plan): string =>
  [
    plan['Node Type'],
    plan['Index Name'] ? `using ${plan['Index Name']}` : '',
    plan['Relation Name'] ? `on ${plan['Relation Name']}` : '',
    plan['CTE Name'] ? `on ${plan['CTE Name']}` : '',
  ]
    .filter(Boolean)
    .join(' ');

export function judge({ plan }: Explained): Judged {
  const top = /ModifyTable|Lock/.test(plan['Node Type']) ? (plan.Plans?.[0] ?? plan) : plan;
  const rows = Math.round(
    Math.max(plan['Actual Rows'] * plan['Actual Loops'], top['Actual Rows'] * top['Actual Loops']),
  );
  let greediest = { read: 0, where: '' };
  for (const node of inner(plan)) {
    const read = Math.round(readBy(node));
    if (read > greediest.read) greediest = { read, where: nameOf(node) };
  }
  return { rows, ...greediest };
}

/** 7 → "≤ 10": a size that stays the same when the data are a little different. */
const about = (count: number) => (count === 0 ? '0' : `≤ ${10 ** Math.ceil(Math.log10(Math.max(1, count)))}`);

const lines = (plan: Plan, depth: number): string[] => {
  const read = Math.round(readBy(plan));
  const told = read > 0 ? `, looks at ${about(read)}` : '';
  const part = plan['Subplan Name'] ? `${plan['Subplan Name']}: ` : '';
  return [
    `${'  '.repeat(depth)}${part}${nameOf(plan)} (rows ${about(Math.round(plan['Actual Rows'] * plan['Actual Loops']))}${told})`,
    ...(plan.Plans ?? []).flatMap((child) => lines(child, depth + 1)),
  ];
};

const short = (text: string) => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 160 ? `${line.slice(0, 110)} … ${line.slice(-45)}` : line;
};

/** The plan without times and exact counts, to be kept beside the code. */
export const asText = (explained: Explained): string =>
  [`-- ${short(explained.text)}`, ...lines(explained.plan, 0)].join('\n');
