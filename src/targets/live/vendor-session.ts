import { CookieJar } from 'tough-cookie';
import type { Pair, ReceivedResponse } from '../../model/exchange.ts';
import type { OutgoingRequest } from '../../model/plan.ts';
import type { SessionRules } from '../../model/recipe.ts';

/** The header by which a server knows that a change was meant. */
export interface ChangeToken {
  readonly name: string;
  readonly value: string;
}

/**
 * What a vendor wants to see again from one who has signed in: cookies, and a token with every change. Whoever signs
 * in otherwise, or not at all, has a session of his own, so that no cookie makes up for credentials.
 */
export class VendorSession {
  readonly #rules: SessionRules;
  readonly #address: string;
  readonly #jar = new CookieJar();
  #token: ChangeToken | 'unasked' | 'none' = 'unasked';

  constructor(rules: SessionRules, address: string) {
    this.#rules = rules;
    this.#address = address;
  }

  /** Must the token be asked for before this request? */
  needsToken({ method }: OutgoingRequest): boolean {
    return this.#rules.csrf !== undefined && this.#token === 'unasked' && isChange(method);
  }

  /** The headers that go with a request besides its own. */
  async headersFor({ method }: OutgoingRequest): Promise<readonly Pair[]> {
    const cookies = this.#rules.keepsCookies ? await this.#jar.getCookieString(this.#address) : '';
    const token = typeof this.#token === 'object' && isChange(method) ? this.#token : undefined;
    return [
      ...(cookies === '' ? [] : [['cookie', cookies] as const]),
      ...(token === undefined ? [] : [[token.name, token.value] as const]),
    ];
  }

  /** Keeps what an answer asks to be kept. */
  async heed({ headers, status }: ReceivedResponse): Promise<void> {
    if (this.#rules.keepsCookies) {
      const cookies = headers.filter(([name]) => name === 'set-cookie').map(([, value]) => value);
      // A cookie for another host or a broken one is the vendor's matter, and not kept.
      for (const cookie of cookies) await this.#jar.setCookie(cookie, this.#address, { ignoreError: true });
    }
    // A token is good for one session: what is refused may be refused for an old one, so the next is asked for.
    if (status === 403 && typeof this.#token === 'object') this.#token = 'unasked';
  }

  /** Takes the token from the answer to the asking; a server that names none wants none. */
  takeToken(headers: readonly Pair[]): void {
    const { csrf } = this.#rules;
    const find = (wanted: string | undefined) =>
      headers.find(([name]) => name === wanted?.toLowerCase())?.[1];
    const [name, value] = [find(csrf?.nameHeader), find(csrf?.valueHeader)];
    this.#token = name === undefined || value === undefined ? 'none' : { name, value };
  }
}

function isChange(method: string): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(method.toUpperCase());
}
