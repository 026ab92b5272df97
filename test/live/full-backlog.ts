// A port whose queue is full and stays so: what connects there gets no answer, as behind a firewall that drops.
import { connect, type Socket } from 'node:net';
import { Worker } from 'node:worker_threads';
import { onTestFinished } from 'vitest';

/** Listens, and then stands still, so that nobody is ever taken from the queue. */
const STANDSTILL = `
  const { createServer } = require('node:net');
  const { parentPort, workerData } = require('node:worker_threads');
  const server = createServer();
  server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    Atomics.wait(workerData, 0, 0);
  });
`;
/** Within this the kernel takes whom it has room for. */
const SETTLED_MS = 100;

export async function fullBacklog(): Promise<string> {
  const worker = new Worker(STANDSTILL, {
    eval: true,
    workerData: new Int32Array(new SharedArrayBuffer(4)),
  });
  const queue: Socket[] = [];
  onTestFinished(async () => {
    for (const socket of queue) socket.destroy();
    await worker.terminate();
  });
  const port = await new Promise<number>((resolve) => worker.once('message', resolve));
  for (let isTaken = true; isTaken; ) isTaken = await joins(port, queue);
  return `http://127.0.0.1:${port}`;
}

function joins(port: number, queue: Socket[]): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => {});
    queue.push(socket);
    setTimeout(() => resolve(false), SETTLED_MS);
  });
}
