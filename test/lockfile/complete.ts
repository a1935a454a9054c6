interface Lockfile {
  readonly packages: Readonly<
    Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>
  >;
}

/**
 * The platform binaries a lockfile promises but does not hold. npm leaves an unpublished optional dependency out
 * without a word, and the lockfile then cannot install on that platform.
 * Returns one line per missing entry: `<dependent> needs <name>`.
 */
export function missingOptionalDependencies(lockfile: Lockfile): string[] {
  const missing: string[] = [];
  for (const [place, entry] of Object.entries(lockfile.packages)) {
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (!resolves(lockfile, place, name)) missing.push(`${place} needs ${name}`);
    }
  }
  return missing;
}

function resolves(lockfile: Lockfile, from: string, name: string): boolean {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    if (lockfile.packages[place ? `${place}/node_modules/${name}` : `node_modules/${name}`]) return true;
    if (place === '') return false;
    if (!place.includes('/node_modules/')) place = '';
  }
}
