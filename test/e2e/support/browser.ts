import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { canInstallPackages, installPackages } from '../../support/system-packages.ts';

const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The browser the walks run in, found or installed: CHROMIUM_PATH, Playwright's own, one of the system, Debian's
 * package, Playwright's download. Throws with the cure when none can be had; a missing browser is never a pass.
 */
export function findBrowser(): string {
  const found = presentBrowser();
  if (found) return found;
  const tried: string[] = [];
  for (const [name, install] of installations()) {
    try {
      install();
      const installed = presentBrowser();
      if (installed) return installed;
    } catch {}
    tried.push(name);
  }
  throw new Error(
    `No Chromium for the browser tests. Tried: ${tried.join('; ')}. Install it (as root on Debian: apt-get install chromium) or set CHROMIUM_PATH to one.`,
  );
}

function presentBrowser(): string | undefined {
  return [process.env.CHROMIUM_PATH, chromium.executablePath(), ...systemBrowsers].find(
    (path) => path && existsSync(path),
  );
}

function installations(): readonly (readonly [name: string, install: () => void])[] {
  const packages = ['chromium', 'fonts-noto-cjk'];
  const download = ['playwright', 'install', 'chromium'];
  return [
    ...(canInstallPackages()
      ? [[`apt-get install ${packages.join(' ')}`, () => installPackages('browser', ...packages)] as const]
      : []),
    [
      `npx ${download.join(' ')}`,
      () => {
        console.log(`No browser found: running npx ${download.join(' ')}`);
        execFileSync('npx', download, { stdio: ['ignore', 'ignore', 'inherit'] });
      },
    ],
  ];
}
