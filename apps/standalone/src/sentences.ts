import type { ClusterErrorCode } from '@slipstream/embedded-database';

/** What stopped the start, as a sentence that says what to do; shown without a stack. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

export function portInUse(port: number): StartError {
  return new StartError(
    `Port ${port} is in use. Stop the program that holds it, or choose another: PORT=${port + 1} npm start`,
  );
}

export function alreadyRunning(processId: number, folder: string): StartError {
  return new StartError(
    `Slipstream already runs on ${folder} (process ${processId}). Stop it first, or name another folder: DATA_FOLDER=… npm start`,
  );
}

/** The cure for each way the embedded database can refuse. */
export function clusterSentence(code: ClusterErrorCode, detail: string): string {
  switch (code) {
    case 'platformUnsupported':
      return `No PostgreSQL is installed for this machine (${detail}). Run \`npm ci\` again without --omit=optional, or point DATABASE_URL at a PostgreSQL server.`;
    case 'libraryMissing':
      return `PostgreSQL lacks a system library:\n${detail}\nInstall it with the system's package manager, run \`npm rebuild\` if the file belongs to node_modules, or point DATABASE_URL at a PostgreSQL server.`;
    case 'folderIncomplete':
      return `The data folder is half-written (${detail}). Restore it from a backup, or begin anew and lose what is in it: npm start -- --fresh`;
    case 'folderUnreachable':
      return `The database's account may not write its folder:\n${detail}\nGive it a folder it can reach: DATA_FOLDER=… npm start`;
    case 'versionMismatch':
      return `The data folder was written by PostgreSQL ${detail}; this is version 18. Export it with that version first, or begin anew: npm start -- --fresh`;
    case 'startFailed':
      return `PostgreSQL did not start:\n${detail}\nIf the data folder is damaged, restore a backup or begin anew: npm start -- --fresh`;
  }
}
