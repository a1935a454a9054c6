const lookEveryMs = 500;

/**
 * Calls back once when the process that started this one is gone. npm hands a signal to the shell it runs a script in,
 * and that shell ends of it without a word to the program. Windows tells nobody.
 */
export function onParentGone(callback: () => void): void {
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    callback();
  }, lookEveryMs);
  looking.unref();
}
