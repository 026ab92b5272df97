import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { errandOfExchange } from '../effects/errand-of-exchange.ts';
import { userErrors } from '../errors/catalogue.ts';
import type { Forecast } from '../model/forecast.ts';
import type { Operation } from '../model/operation.ts';
import type { OutgoingRequest, PlannedExchange } from '../model/plan.ts';
import type { Obtained, RunOfTarget, StateRequest, StateResolution, Target } from '../model/target.ts';
import type { OnWaiting } from '../model/waiting.ts';
import { awaitLeftover } from '../states/await-leftover.ts';
import { cleanUp } from '../states/clean-up.ts';
import { type Established, StateMaker } from '../states/establish-states.ts';
import { cleanUpMeans } from '../states/finish-clean-up.ts';
import { Ledger } from '../states/ledger.ts';
import { FollowedReadings } from './followed-readings.ts';
import type { HttpClient } from './http-client.ts';
import type { LiveTenant } from './live/live-tenant.ts';
import { cleanedUp, type OpenTenant, openTenant } from './live/open-tenant.ts';
import { Promises } from './live/promises.ts';
import { recordSpending } from './live/record-spending.ts';
import { NOT_PERMITTED, type VendorLine } from './live/vendor-line.ts';
import { obtainExchange } from './obtain-exchange.ts';
import type { TargetFactory } from './target-factory.ts';

/** How long to go on listening for what should not come. */
const SETTLE_MS = 500;

const factory: TargetFactory = {
  name: 'live',
  title: 'the tenant of a tenant file; sends only what that file allows',
  open: async ({ tenant }) => {
    if (tenant === undefined) throw userErrors.tenantNeeded();
    return new LiveTarget(tenant);
  },
};

export default factory;

type Made = Extract<Established, { readonly kind: 'established' }> & { readonly request: StateRequest };

class LiveTarget implements Target {
  readonly kind = 'live';
  readonly faults = [];
  readonly name: string;
  readonly #live: LiveTenant;
  readonly #tenant: OpenTenant;
  readonly #promises: Promises;
  readonly #followed = new FollowedReadings();
  #onWaiting: OnWaiting = () => {};
  readonly #made = new Map<string, Made>();
  #ledger: Ledger | undefined;
  #maker: StateMaker | undefined;

  constructor(live: LiveTenant) {
    this.#live = live;
    this.name = live.tenant.name;
    this.#tenant = openTenant(live, (waiting) => this.#onWaiting(waiting));
    this.#promises = new Promises(live, this.#tenant.means);
  }

  readonly probesReadings = (vendor: string): boolean =>
    this.#live.tenant.vendors.find((one) => one.vendor === vendor)?.allow.readings ?? false;

  establish(request: StateRequest): Promise<StateResolution> {
    return Promise.resolve(this.#promises.give(request));
  }

  readonly addresses = (): readonly string[] => this.#live.tenant.vendors.map(({ baseUrl }) => baseUrl);

  readonly watch = (onWaiting: OnWaiting): void => {
    this.#onWaiting = onWaiting;
  };

  readonly forecast = (): Forecast | undefined => this.#promises.forecast;

  readonly guard: NonNullable<Target['guard']> = (exchanges, operations) =>
    this.#promises.guard(exchanges, operations);

  readonly begin = async ({ id, folder, discretion }: RunOfTarget): Promise<void> => {
    const { means, send, lines, purse, admit } = this.#tenant;
    recordSpending(purse, join(folder, 'spent.ndjson'), discretion.scan);
    const head = { run: id, tenant: this.name };
    this.#ledger = Ledger.open(join(folder, 'ledger.ndjson'), head, discretion);
    this.#tenant.admit(this.#ledger.items);
    this.#maker = new StateMaker({
      ...{ means, send, ledger: this.#ledger, admit, pause: setTimeout },
      onMade: (vendor, things) => lines.get(vendor)?.guard.made(things.map(({ value }) => value)),
    });
  };

  readonly fulfil = async (exchange: string, request: StateRequest): Promise<StateResolution> => {
    const established = await this.#begun().maker.establish(request);
    if (established.kind === 'established') this.#made.set(exchange, { ...established, request });
    return established;
  };

  obtain(planned: PlannedExchange, operation: Operation): Promise<Obtained> {
    const { tenant } = this.#live;
    const vendor = tenant.vendors.find((one) => one.vendor === planned.vendor);
    const line = this.#tenant.lines.get(planned.vendor);
    if (vendor === undefined || line === undefined) throw new Error(`${this.name} has no ${planned.vendor}`);
    return this.#followed.obtain(planned, (request, pathTemplate) =>
      obtainExchange(
        { planned, request, operation, pathTemplate: pathTemplate ?? operation.path },
        {
          baseUrl: vendor.baseUrl,
          client: this.#watched(line, planned, operation),
          timeoutMs: vendor.timeouts.notificationsMs,
          settleMs: SETTLE_MS,
          // What notifies people is not sent where nobody could tell what came of it.
          listening: 'needed',
          hearing: vendor.notifications,
          listen: (options) => line.listen(options),
          onWaiting: (waiting) => this.#onWaiting(waiting),
        },
      ),
    );
  }

  /** A client that writes down, before the request leaves, what it may leave behind. */
  #watched(line: VendorLine, planned: PlannedExchange, operation: Operation): HttpClient {
    const client = line.client((request) => {
      const reading = planned.alternatives.find((other) => other.request === request);
      return errandOfExchange(planned, request, operation, reading);
    });
    const means = this.#tenant.means.find(({ vendor }) => vendor === planned.vendor);
    const made = this.#made.get(planned.id);
    if (means === undefined) return client;
    return {
      ...client,
      send: async (baseUrl: string, request: OutgoingRequest) => {
        const { values = {}, marker = '' } = made ?? {};
        const leaving = { operation: operation.id, request, values: publicValues(values, planned), marker };
        const tell = awaitLeftover(leaving, means, this.#begun().ledger);
        const result = await client.send(baseUrl, request);
        // What the guard holds back has left nothing behind.
        const isHeldBack = result.kind === 'failure' && result.failure.code === NOT_PERMITTED;
        const making = tell(isHeldBack ? { kind: 'held-back', reason: result.failure.message } : result);
        if (making !== 'not-made' && made !== undefined) this.#begun().maker.spend(made.request);
        return result;
      },
    };
  }

  readonly recall: NonNullable<Target['recall']> = (planned, obtained) =>
    this.#followed.recall(planned, obtained);

  readonly finish: NonNullable<Target['finish']> = async () => {
    const { ledger } = this.#begun();
    const { send, means, admit } = this.#tenant;
    const things = await cleanUp(ledger, cleanUpMeans(send, means, admit));
    return things.map(cleanedUp);
  };

  async close(): Promise<void> {
    this.#ledger?.close();
    await this.#tenant.close();
  }

  #begun(): { readonly ledger: Ledger; readonly maker: StateMaker } {
    if (this.#ledger === undefined || this.#maker === undefined) throw new Error('the run has not begun');
    return { ledger: this.#ledger, maker: this.#maker };
  }
}

/** What may be written down: no credential is. */
function publicValues(values: Made['values'], { masks }: PlannedExchange): Made['values'] {
  const secrets = masks.map(({ secret }) => secret);
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => typeof value !== 'string' || !secrets.includes(value)),
  );
}
