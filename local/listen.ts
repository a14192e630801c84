import { once } from 'node:events';
import { type Server as HttpServer, type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An HTTP server on the loopback interface. Its address is known before it is said what answers there. */
export interface Server {
  readonly url: string;
  readonly answer: (serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>) => void;
  readonly stop: () => Promise<void>;
}

const loopback = '127.0.0.1';

/** Listens on the port if it is free, else (or if none is wished) on any free one. */
export const listen = async (port = 0, server: HttpServer = createServer()): Promise<Server> => {
  const attempt = async (wished: number): Promise<void> => {
    server.listen({ host: loopback, port: wished });
    await once(server, 'listening');
  };
  try {
    await attempt(port);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    await attempt(0);
  }
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${loopback}:${taken}`,
    answer: (serve) => {
      server.on('request', (request, response) => {
        // What went wrong here is no answer: the connection breaks, and the server stays.
        serve(request, response).catch(() => response.destroy());
      });
    },
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
};

/** The whole body of a request; null if it is longer than `most` bytes. */
export const readBody = async (request: IncomingMessage, most: number): Promise<Buffer | null> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    length += (part as Buffer).length;
    // What is too long is read to its end all the same, so that the sender hears the answer.
    if (length <= most) parts.push(part as Buffer);
  }
  return length > most ? null : Buffer.concat(parts);
};

/** The body of a request whose sender is not suspected of anything. */
export const readText = async (request: IncomingMessage): Promise<string> =>
  (await readBody(request, Infinity))?.toString('utf8') ?? '';
