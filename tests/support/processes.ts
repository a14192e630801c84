import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The process ended meanwhile.
    return '';
  }
};

const links = (directory: string): readonly string[] => {
  try {
    return readdirSync(directory).map((name) => {
      try {
        return readlinkSync(`${directory}/${name}`);
      } catch {
        return '';
      }
    });
  } catch {
    return [];
  }
};

/** A process and all that it started, directly or not. Linux only. */
export const processTree = (root: number): readonly number[] => {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    // After the name in parentheses: state, then the parent's id.
    .map((name) => [Number(name), Number(read(`/proc/${name}/stat`).split(') ')[1]?.split(' ')[1])] as const);
  const descend = (pid: number): number[] => [
    pid,
    ...parents.filter(([, parent]) => parent === pid).flatMap(([child]) => descend(child)),
  ];
  return descend(root);
};

/** Local addresses, as the kernel writes them in hexadecimal, at which these processes listen for connections. */
export const listeningAddresses = (pids: readonly number[]): readonly string[] => {
  const sockets = new Set(pids.flatMap((pid) => links(`/proc/${pid}/fd`)));
  return ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) =>
    read(file)
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , , state, , , , , , inode]) => state === '0A' && sockets.has(`socket:[${inode}]`))
      .map(([, local = '']) => local.split(':')[0] ?? ''),
  );
};

export const isRunning = (pid: number): boolean => {
  const state = read(`/proc/${pid}/stat`).split(') ')[1]?.[0];
  return state !== undefined && state !== 'Z';
};
