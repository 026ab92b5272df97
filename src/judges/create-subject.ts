import type { Subject } from '../model/check.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Intent } from '../model/interaction.ts';
import type { Operation } from '../model/operation.ts';
import { obstacleTo } from './obstacle.ts';
import { parseBody } from './parse-body.ts';

/** One exchange with everything the checks look at, read once. */
export function createSubject(
  operation: Operation,
  intent: Intent,
  exchange: Exchange,
  pathTemplate: string = operation.path,
): Subject {
  const response = exchange.result.kind === 'response' ? exchange.result.response : undefined;
  return {
    operation,
    pathTemplate,
    intent,
    exchange,
    body: response && parseBody(response.body),
    documented: operation.responses.find(({ status }) => status === response?.status),
    obstacle: obstacleTo(operation, intent, exchange),
  };
}
