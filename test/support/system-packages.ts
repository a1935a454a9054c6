import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Whether this process may install packages of the system: root on a Debian or a system made from it. */
export function canInstallPackages(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Installs Debian packages and says so; throws where one cannot be had. Starts no service by itself. */
export function installPackages(what: string, ...names: readonly string[]): void {
  console.log(`No ${what} found: installing ${names.join(' ')}`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...names]])
    execFileSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env: environment });
}
