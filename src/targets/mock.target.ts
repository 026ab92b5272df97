import { startMock } from '../mock/start-mock.ts';
import type { OnWaiting } from '../model/waiting.ts';
import { FollowedReadings } from './followed-readings.ts';
import { createHttpClient } from './http-client.ts';
import { obtainExchange } from './obtain-exchange.ts';
import type { TargetFactory } from './target-factory.ts';

/** How long to go on listening for what should not come; the mock sends everything at once. */
const SETTLE_MS = 40;

const factory: TargetFactory = {
  name: 'mock',
  title: 'the embedded vendors, over real sockets',
  open: async ({ specs, timeoutMs, faults, readings }) => {
    const mock = await startMock({ specs, faults, readings });
    const client = createHttpClient({ timeoutMs });
    const followed = new FollowedReadings();
    let onWaiting: OnWaiting = () => {};
    return {
      kind: 'mock',
      name: 'mock',
      faults,
      probesReadings: () => true,
      addresses: () => [mock.origin],
      watch: (told) => {
        onWaiting = told;
      },
      establish: async ({ vendor, states, wanted }) => mock.establish(vendor, states, wanted),
      obtain: (planned, operation) => {
        const { vendor } = planned;
        const baseUrl = mock.baseUrl(vendor);
        return followed.obtain(planned, (request, pathTemplate) => {
          onWaiting({ kind: 'answer', vendor, withinMs: timeoutMs });
          return obtainExchange(
            { planned, request, operation, pathTemplate: pathTemplate ?? operation.path },
            { baseUrl, client, timeoutMs, settleMs: SETTLE_MS, onWaiting },
          );
        });
      },
      close: async () => {
        await client.close();
        await mock.close();
      },
    };
  },
};

export default factory;
