import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { expect, it } from 'vitest';
import { webProgram } from '../../apps/standalone/src/web-program.ts';

const root = new URL('../..', import.meta.url).pathname;

it('the image runs the web server as npm start does', () => {
  const dockerfile = readFileSync(new URL('../../docker/Dockerfile', import.meta.url), 'utf8');
  const [, command = ''] = /AS web\n[\s\S]*?^CMD (\[.*\])$/m.exec(dockerfile) ?? [];
  const program = webProgram.map((argument) =>
    argument.startsWith('/') ? relative(root, argument) : argument,
  );
  expect(JSON.parse(command)).toEqual(['node', ...program]);
});
