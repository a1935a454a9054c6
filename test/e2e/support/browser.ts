import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

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
  for (const [program, ...args] of installations()) {
    try {
      console.log(`No browser found: running ${program} ${args.join(' ')}`);
      execFileSync(program as string, args, { stdio: ['ignore', 'ignore', 'inherit'] });
      const installed = presentBrowser();
      if (installed) return installed;
    } catch {
      tried.push([program, ...args].join(' '));
    }
  }
  throw new Error(
    `No Chromium for the browser tests. Tried: ${tried.join('; ')}. Install Chromium or set CHROMIUM_PATH to one.`,
  );
}

function presentBrowser(): string | undefined {
  return [process.env.CHROMIUM_PATH, chromium.executablePath(), ...systemBrowsers].find(
    (path) => path && existsSync(path),
  );
}

function installations(): string[][] {
  const playwright = ['npx', 'playwright', 'install', 'chromium'];
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!isDebianRoot) return [playwright];
  return [
    ['apt-get', 'update', '-qq'],
    ['apt-get', 'install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'],
    playwright,
  ];
}
