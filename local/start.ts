import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { startCloud } from './cloud.ts';
import { runCommand } from './command.ts';
import { playDemo } from './demo/play.ts';
import { synthesize } from './synthesize.ts';

const help = `npm start [-- options]   Runs the service on this machine until Ctrl-C.

  --fresh           forget the data of earlier runs
  --demo            play the demo into it first
  --port NUMBER     first of the ports to use if they are free (4300)
  --data DIR        where data, mails and logs are kept (.laptop-cloud)
  --assembly DIR    run this synthesized assembly instead of synthesizing
`;

await runCommand(async (interrupted) => {
  const { values } = parseArgs({
    options: {
      fresh: { type: 'boolean', default: false },
      demo: { type: 'boolean', default: false },
      port: { type: 'string', default: '4300' },
      data: { type: 'string', default: '.laptop-cloud' },
      assembly: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const cloud = await startCloud({
    directory: values.data,
    fresh: values.fresh,
    assembly: values.assembly ?? (await synthesize()),
    port: Number(values.port),
    tell: (line) => process.stderr.write(`${line}\n`),
  });
  if (values.demo) await playDemo(cloud, {});
  process.stdout.write(`
Clinical Site Match runs on this machine. Ctrl-C ends it.

  Pages    ${cloud.api}/  (/request, /facility, /coordinator)
  API      ${cloud.api}
  OpenAPI  ${cloud.api}/api/docs
  Mailbox  ${cloud.mailbox}
  Sign-in  ${cloud.issuer}
  Data     ${relative('.', values.data)}  (npm start -- --fresh forgets it)

`);
  await interrupted;
  await cloud.stop();
});
