import type { Expense, ExpenseKind, Forecast, Reached, Sums } from '../model/forecast.ts';
import { EXPENSE_KINDS } from '../model/forecast.ts';
import type { MoneyBudget } from '../model/tenant.ts';
import { alignTable, type Row, tableWidth } from '../reporters/align-table.ts';
import { indentedLines, markedLines, type Screen } from '../reporters/terminal-screen.ts';

/** What a plan comes to, for a person: what is made and taken away, who could hear of it, what it takes of the budget. */
export function describeForecast(forecast: Forecast, screen: Screen): readonly string[] {
  const { expenses, reached, stays } = forecast;
  const preparing = expenses.filter(({ kind }) => kind === 'preparing');
  const clearing = expenses.filter(({ kind }) => kind === 'clearing');
  return [
    ...counted('Made beforehand', preparing, screen),
    ...counted('Taken away when the run ends, or earlier where there has to be room', clearing, screen),
    ...block(
      'Stays for good',
      stays.flatMap((each) => markedLines('-', each, screen)),
      screen,
    ),
    ...block('Who could be notified', whoIsReached(reached, preparing, screen), screen),
    ...describeCosts(forecast, screen),
  ];
}

/** Whom one exchange could reach, on a line; undefined where nobody. */
export function reachedBy(reached: readonly Reached[], exchange: string): string | undefined {
  const own = reached.filter((one) => one.exchange === exchange);
  return own.length === 0 ? undefined : `could notify ${own.map(nameOf).join(', ')}`;
}

function block(title: string, lines: readonly string[], { colours }: Screen): readonly string[] {
  return lines.length === 0 ? [] : [colours.strong(title), ...lines, ''];
}

/** Requests that say the same once, with how many there are. */
function counted(title: string, expenses: readonly Expense[], screen: Screen): readonly string[] {
  const lines = expenses.map(({ says, request, effects }) => `${says} (${request}; ${effects.join(', ')})`);
  const counts = [...countBy(lines)];
  const width = Math.max(0, ...counts.map(([, count]) => String(count).length));
  return block(
    title,
    counts.flatMap(([line, count]) => markedLines(`${String(count).padStart(width)} ×`, line, screen)),
    screen,
  );
}

/** Names of one kind and origin on a line. */
function whoIsReached(
  reached: readonly Reached[],
  preparing: readonly Expense[],
  screen: Screen,
): readonly string[] {
  const groups = new Map<string, readonly Reached[]>();
  for (const one of reached) {
    const key = [one.is, one.kind, one.whence, one.operation].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const rows = [...groups.values()].flatMap(rowOf);
  const telling = countBy(preparing.filter(({ messages }) => messages > 0).map(({ says }) => says));
  const others = [...telling].map(
    ([says, count]) => `whoever the vendor tells when the run prepares: ${count} × ${says}`,
  );
  if (rows.length + others.length === 0) return indentedLines('nobody', screen);
  return [...inColumns(rows, screen), ...others].flatMap((line) => markedLines('-', line, screen));
}

/** Under each other where the screen holds the widest. */
function inColumns(rows: readonly Row[], { columns }: Screen): readonly string[] {
  return tableWidth(rows) + 4 <= columns
    ? alignTable(rows)
    : rows.map((row) => row.map(({ text }) => text).join(', '));
}

function rowOf(group: readonly Reached[]): readonly Row[] {
  const [first] = group;
  if (first === undefined) return [];
  const values = [...new Set(group.map(({ value }) => String(value)))].join(', ');
  const requests = new Set(group.map(({ exchange }) => exchange)).size;
  const name = nameOf({ ...first, value: values });
  return [[{ text: name }, { text: `${requests} × ${first.operation}` }, { text: first.whence }]];
}

function nameOf({ kind, value, is }: Reached): string {
  const name = `${kind} ${String(value)}`;
  return is === 'somebody' ? name : `whoever takes part in ${name}`;
}

const PURPOSES = {
  sending: 'to be judged',
  preparing: 'to prepare them',
  listening: 'to hear notifications',
  clearing: 'to take away what they make',
  reading: 'for other readings, should each have to be tried',
} as const satisfies Record<ExpenseKind, string>;

const UNCOUNTED =
  'Not counted: what is sent again after 429, 503 or a broken connection, waiting for a vendor that is not ready yet, and taking away what a request makes that was to be refused.';

function describeCosts({ budget, expenses, whole }: Forecast, screen: Screen): readonly string[] {
  const { quiet, strong } = screen.colours;
  const row = (name: string, { requests, messages, money }: Sums): Row => [
    { text: `  ${name}` },
    ...[requests, messages].map((sum) => ({ text: String(sum), right: true })),
    { text: moneyOf(money, budget.money), right: true },
  ];
  const kinds = EXPENSE_KINDS.filter((kind) => expenses.some((one) => one.kind === kind));
  const bounds = { ...budget, money: budget.money?.most ?? 0 };
  return [
    ...alignTable([
      [
        { text: 'What it takes', paint: strong },
        ...['requests', 'messages', 'money'].map((text) => ({ text, right: true, paint: quiet })),
      ],
      ...kinds.map((kind) => row(PURPOSES[kind], sumOf(expenses.filter((one) => one.kind === kind)))),
      row('in all, at most', sumOf(expenses)),
      row('the budget', bounds),
    ]),
    ...indentedLines(shortage(whole, bounds, budget.money), screen),
    ...indentedLines(UNCOUNTED, screen).map(quiet),
  ];
}

/** Which numbers would do for everything that nothing but the budget withholds. */
function shortage(whole: Sums, bounds: Sums, money: MoneyBudget | undefined): string {
  const short = (['requests', 'messages', 'money'] as const).filter((pot) => whole[pot] > bounds[pot]);
  if (short.length === 0) return 'Nothing is withheld for want of budget.';
  const numbers = short.map((pot) =>
    pot === 'money' ? `budget.money.most ${moneyOf(whole.money, money)}` : `budget.${pot} ${whole[pot]}`,
  );
  return `The budget is too small for the rest of what is allowed. For all of it: ${numbers.join(', ')}.`;
}

function sumOf(expenses: readonly Expense[]): Sums {
  const sum = (pot: keyof Sums) => expenses.reduce((all, one) => all + one[pot], 0);
  return { requests: sum('requests'), messages: sum('messages'), money: sum('money') };
}

function moneyOf(amount: number, money: MoneyBudget | undefined): string {
  return money === undefined ? String(amount) : `${Number(amount.toFixed(6))} ${money.currency}`;
}

function countBy(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
