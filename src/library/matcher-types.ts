import type { ConformOptions } from './conformance-matchers.ts';
import type { RequestLike } from './judge-exchange.ts';

/** `expect(response).toConformTo('acme.doThis')`, as test runners type it. */
export interface ConformanceExpectation<Result = Promise<void>> {
  /**
   * The response is what the document says and what is relied on. Give the request, or options, where neither the
   * response nor the log of a mock tells it.
   */
  toConformTo(operation: string, options?: ConformOptions | RequestLike): Result;
}
