/** Why a cluster cannot run. Each code has one cure, named where the code is shown to a person. */
export const clusterErrorCodes = [
  'platformUnsupported',
  'libraryMissing',
  'folderIncomplete',
  'folderUnreachable',
  'versionMismatch',
  'startFailed',
] as const;
export type ClusterErrorCode = (typeof clusterErrorCodes)[number];

/** A cluster that cannot be made or started; `detail` is what the database itself said. */
export class ClusterError extends Error {
  readonly code: ClusterErrorCode;
  readonly detail: string;
  constructor(code: ClusterErrorCode, detail: string) {
    super(`${code}: ${detail}`);
    this.name = 'ClusterError';
    this.code = code;
    this.detail = detail;
  }
}
