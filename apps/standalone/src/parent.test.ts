import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const module = JSON.stringify(join(import.meta.dirname, 'parent.ts'));
const program = `
  import { onParentGone } from ${module};
  onParentGone(() => { console.log('gone'); process.exit(); });
  setInterval(() => {}, 1000);
  console.log('started');
`;

it.runIf(process.platform !== 'win32')(
  'tells a program that the shell it was started by is gone',
  async () => {
    const shell = spawn('sh', ['-c', '"$0" --input-type=module -e "$1"; true', process.execPath, program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    shell.stdout.on('data', (text: Buffer) => {
      said += text.toString();
    });
    await expect.poll(() => said, { timeout: 20_000 }).toBe('started\n');
    shell.kill('SIGTERM');
    // The pipe ends with the last process that holds it.
    await once(shell.stdout, 'end');
    expect(said).toBe('started\ngone\n');
  },
);
