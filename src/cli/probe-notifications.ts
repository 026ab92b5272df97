import type { Operation } from '../model/operation.ts';
import type { TenantVendor } from '../model/tenant.ts';
import { signInFor, type VendorMeans } from '../states/vendor-means.ts';
import { listenForRequest } from '../targets/listen-for-request.ts';
import type { VendorLine } from '../targets/live/vendor-line.ts';
import { type Probed, probedFailure } from './probed.ts';

/** Subscribes to the channel that an operation is answered over, as a run does before it sends, and leaves again. */
export async function probeNotifications(
  operation: Operation,
  vendor: TenantVendor,
  line: VendorLine,
  means: VendorMeans,
): Promise<readonly Probed[]> {
  const { notifications: protocol, method, path } = operation;
  if (protocol === undefined) return [];
  const { transport, channel = protocol.channel } = vendor.notifications;
  const says = `subscribes to ${channel} over ${transport}`;
  const headers = Object.entries(signInFor(means, ''));
  const listener = await listenForRequest(
    { method, path, query: [], headers, body: undefined },
    operation,
    protocol,
    {
      ...{ baseUrl: vendor.baseUrl, timeoutMs: vendor.timeouts.answerMs, hearing: vendor.notifications },
      listen: (options) => line.listen(options),
    },
  );
  if ('code' in listener) return [probedFailure(says, listener)];
  await listener.close();
  const taken = { isReached: true, isKnown: false, isWayBlocked: false };
  return [{ says, came: 'the subscription was taken, and ended again', next: null, ...taken }];
}
