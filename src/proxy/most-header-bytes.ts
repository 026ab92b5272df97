/** Of all fields of one request or answer together. */
export const MOST_HEADER_BYTES = 256 * 1024;
