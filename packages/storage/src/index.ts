export { openDiskStore } from './disk.ts';
export { FileMissingError, type FileStore, FileTooLargeError, type StoredFile } from './file-store.ts';
export { type ObjectStoreSettings, openObjectStore } from './object-store.ts';
