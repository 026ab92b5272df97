import { CookieJar } from 'tough-cookie';
import type { Pair } from '../model/exchange.ts';

/** The headers of one listener: those it was given, and the cookies that it was given or that the server has set. */
export class ListenerHeaders {
  readonly #given: readonly Pair[];
  readonly #address: string;
  readonly #jar = new CookieJar();

  constructor(given: readonly Pair[], address: string) {
    this.#given = given.filter(([name]) => name.toLowerCase() !== 'cookie');
    this.#address = address;
    const cookies = given.filter(([name]) => name.toLowerCase() === 'cookie');
    for (const [, value] of cookies)
      for (const pair of value.split(';')) this.#keep(`${pair.trim()}; Path=/`);
  }

  current(): readonly Pair[] {
    const cookies = this.#jar.getCookieStringSync(this.#address);
    return cookies === '' ? this.#given : [...this.#given, ['cookie', cookies]];
  }

  heed(headers: readonly Pair[]): void {
    for (const [name, value] of headers) if (name.toLowerCase() === 'set-cookie') this.#keep(value);
  }

  /** A cookie for another host or a broken one is the server's matter, and not kept. */
  #keep(cookie: string): void {
    this.#jar.setCookieSync(cookie, this.#address, { ignoreError: true });
  }
}
