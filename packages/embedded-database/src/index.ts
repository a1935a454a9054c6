export { type Cluster, startCluster } from './cluster.ts';
export { ClusterError, type ClusterErrorCode, clusterErrorCodes } from './errors.ts';
