import type { OperationReport, ReportedExchange } from '../../model/report.ts';
import { readFindingPointer } from '../finding-place.ts';
import {
  codeBlockMarkdown as block,
  codeMarkdown as code,
  inertMarkdown as prose,
} from '../inert-markdown.ts';
import { type CurlCommand, curlCommand } from './curl-command.ts';
import type { Deviation } from './deviation.ts';

/** How to see it happen, from a clean shell. */
export function reproductionParts(deviation: Deviation): readonly string[] {
  const { exchange, operation } = deviation;
  if (exchange === undefined) return ['The report does not hold the exchange.'];
  const command = curlCommand(exchange.request, operation.vendor);
  return [
    ...circumstanceLines(exchange, operation),
    ...subscriptionLines(deviation, exchange),
    ...variableLines(command),
    ...command.remarks.map((each) => `- ${prose(each)}`),
    '',
    ...block(command.lines, '', 'sh'),
  ];
}

function circumstanceLines(
  { title, intent, reading }: ReportedExchange,
  { effects }: OperationReport,
): readonly string[] {
  const does = effects.map((each) => each.replaceAll('-', ' ')).join(', ');
  return [
    `- Circumstances: ${prose(`${title}; it was meant ${intent}. Ids are those of the run: where one is gone, put another of its kind.`)}`,
    ...(does === '' ? [] : [`- Careful, the call has effects: ${prose(does)}.`]),
    ...(reading === null ? [] : [`- The request follows this reading of the document: ${prose(reading)}`]),
  ];
}

/** Notifications are told to nobody who listens only afterwards. */
function subscriptionLines(
  { operation: { notifications }, group }: Deviation,
  exchange: ReportedExchange,
): readonly string[] {
  const isConcerned = readFindingPointer(group.pointer).kind === 'notification';
  if (!isConcerned || notifications === null) return [];
  const heard = exchange.notifications.map(({ channel }) => channel);
  const channels = [...new Set([notifications.channel, ...heard])].map(code).join(', ');
  return [
    `- Beforehand: open a CometD session at ${code(`$BASE_URL${notifications.endpoint}`)} with the same credentials, subscribe to ${channels}, and listen until after the answer.`,
  ];
}

function variableLines({ placeholders }: CurlCommand): readonly string[] {
  return [
    `- ${code('BASE_URL')}: the address below which the paths lie`,
    ...placeholders.map(({ variable, shown }) => `- ${code(variable)}: what stands as ${code(shown)} below`),
  ];
}
