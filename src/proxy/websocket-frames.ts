import { constants, createInflateRaw, type InflateRaw } from 'node:zlib';

/**
 * Reads the messages of one side of a WebSocket (RFC 6455, section 5) without taking part in it. Libraries that are
 * typed read frames only as one of both parties.
 */
export class WebSocketFrames {
  readonly #hear: (text: string) => void;
  readonly #most: number;
  readonly #inflate: InflateRaw | undefined;
  #rest: Buffer = Buffer.alloc(0);
  #parts: Buffer[] = [];
  readonly #pieces: Buffer[] = [];
  #pieceBytes = 0;
  #isDeflated = false;
  #isOver = false;

  /** `isDeflated`: `permessage-deflate` was agreed on (RFC 7692). Beyond `most` bytes of a message it reads no more. */
  constructor(hear: (text: string) => void, most: number, isDeflated: boolean) {
    this.#hear = hear;
    this.#most = most;
    if (!isDeflated) return;
    this.#inflate = createInflateRaw({ flush: constants.Z_SYNC_FLUSH });
    this.#inflate.on('error', () => this.end()).on('data', (piece: Buffer) => this.#unpacked(piece));
  }

  add(chunk: Buffer): void {
    if (this.#isOver) return;
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    for (let frame = readFrame(this.#rest); frame !== undefined; frame = readFrame(this.#rest)) {
      this.#rest = this.#rest.subarray(frame.end);
      this.#take(frame);
    }
    if (this.#rest.length > this.#most) this.end();
  }

  end(): void {
    this.#isOver = true;
    this.#rest = Buffer.alloc(0);
    this.#parts = [];
    this.#inflate?.destroy();
  }

  #take({ opcode, isLast, isCompressed, payload }: Frame): void {
    if (opcode >= FIRST_CONTROL) return;
    if (opcode !== CONTINUATION) {
      this.#parts = [];
      this.#isDeflated = isCompressed;
    }
    this.#parts.push(payload);
    if (this.#parts.reduce((sum, part) => sum + part.length, 0) > this.#most) this.end();
    if (!isLast || this.#isOver) return;
    const whole = Buffer.concat(this.#parts);
    this.#parts = [];
    if (this.#isDeflated && this.#inflate !== undefined) this.#unpack(whole, this.#inflate);
    else this.#hear(whole.toString('utf8'));
  }

  /** The sender cuts off what ends each message (RFC 7692, section 7.2.1). */
  #unpack(packed: Buffer, inflate: InflateRaw): void {
    inflate.write(Buffer.concat([packed, TAIL]), () => {
      const text = Buffer.concat(this.#pieces.splice(0)).toString('utf8');
      this.#pieceBytes = 0;
      if (!this.#isOver) this.#hear(text);
    });
  }

  /** Few bytes may stand for very many. */
  #unpacked(piece: Buffer): void {
    this.#pieceBytes += piece.length;
    if (this.#pieceBytes > this.#most) this.end();
    else this.#pieces.push(piece);
  }
}

const CONTINUATION = 0;
const FIRST_CONTROL = 8;
const TAIL = Buffer.from([0, 0, 0xff, 0xff]);

interface Frame {
  readonly opcode: number;
  readonly isLast: boolean;
  readonly isCompressed: boolean;
  readonly payload: Buffer;
  /** Where the next one begins. */
  readonly end: number;
}

/** The frame at the beginning; undefined where not all of it has come. */
function readFrame(bytes: Buffer): Frame | undefined {
  const [first = 0, second = 0] = bytes;
  const short = second & 0x7f;
  const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
  const maskAt = 2 + lengthBytes;
  const start = maskAt + ((second & 0x80) === 0 ? 0 : 4);
  if (bytes.length < start) return undefined;
  const length = lengthBytes === 0 ? short : Number(lengthAt(bytes, lengthBytes));
  const end = start + length;
  if (bytes.length < end) return undefined;
  const mask = bytes.subarray(maskAt, start);
  const payload = Buffer.from(bytes.subarray(start, end));
  if (mask.length > 0)
    for (const [index, byte] of payload.entries()) payload[index] = byte ^ (mask[index % 4] ?? 0);
  return {
    opcode: first & 0x0f,
    isLast: (first & 0x80) !== 0,
    isCompressed: (first & 0x40) !== 0,
    payload,
    end,
  };
}

function lengthAt(bytes: Buffer, lengthBytes: number): bigint | number {
  return lengthBytes === 2 ? bytes.readUInt16BE(2) : bytes.readBigUInt64BE(2);
}
