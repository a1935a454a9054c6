import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { expect, it } from 'vitest';
import { webEnvironment, webProgram } from '../../apps/standalone/src/web-program.ts';

const root = new URL('../..', import.meta.url).pathname;

it('the image runs the web server as npm start does', () => {
  const dockerfile = readFileSync(new URL('../../docker/Dockerfile', import.meta.url), 'utf8');
  const [, stage = ''] = /AS web\n([\s\S]*)/.exec(dockerfile) ?? [];
  const [, command = ''] = /^CMD (\[.*\])$/m.exec(stage) ?? [];
  const program = webProgram.map((argument) =>
    argument.startsWith('/') ? relative(root, argument) : argument,
  );
  expect(JSON.parse(command)).toEqual(['node', ...program]);
  const [, environment = ''] = /^ENV (.*)$/m.exec(stage) ?? [];
  expect(environment.split(' ')).toEqual(
    expect.arrayContaining(Object.entries(webEnvironment).map((pair) => pair.join('='))),
  );
});
