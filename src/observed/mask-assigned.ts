import { hideCredentials } from '../privacy/hide-credentials.ts';
import type { Masker } from '../privacy/masker.ts';
import type { AssignedExchange } from './assigned-exchange.ts';

/** In the only form in which it may be kept; what a run of ours has written down has that form already. */
export function maskAssigned(assigned: AssignedExchange, masker: Masker): AssignedExchange {
  if (assigned.isOwn) return assigned;
  const { operation, planned, exchange, alternative } = assigned;
  const { request, masks } = hideCredentials(exchange.request, operation);
  masker.learn(masks);
  const shown = (one: typeof planned.request) => masker.request(hidden(one, operation), operation.id);
  return {
    ...assigned,
    exchange: masker.exchange({ ...exchange, request }),
    planned: {
      ...planned,
      title: masker.text(planned.title),
      request: shown(planned.request),
      stateValues: masker.values(planned.stateValues),
    },
    alternative: alternative && {
      ...alternative,
      request: shown(alternative.request),
      meant: shown(alternative.meant),
    },
  };
}

function hidden(
  { body, ...request }: AssignedExchange['planned']['request'],
  operation: AssignedExchange['operation'],
): AssignedExchange['planned']['request'] {
  return { ...hideCredentials({ ...request, body: undefined }, operation).request, body };
}
