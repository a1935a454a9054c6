export { type Database, isReady, openDatabase } from './database.ts';
export type * from './generated/client.ts';
export {
  AllianceState,
  Confidentiality,
  FootprintOrigin,
  ImportKind,
  ImportState,
  MembershipRole,
  OrganizationKind,
  Prisma,
  SupplierRequestMode,
  SupplierRequestState,
  TargetHorizon,
} from './generated/client.ts';
export { listen } from './listen.ts';
export { MigrationError, migrate } from './migrate.ts';
export { applicationRole, enableApplicationRole, provisionDatabase } from './provision.ts';
export { type DatabaseFault, databaseFaults, findDatabaseFaults } from './safety.ts';
export {
  type IdentityTransaction,
  type RelayTransaction,
  type Tenant,
  type TenantTransaction,
  type TransactionLimits,
  withIdentity,
  withRelay,
  withTenant,
} from './transactions.ts';
