export { type Cluster, removeCluster, startCluster } from './cluster.ts';
export { ClusterError, type ClusterErrorCode, clusterErrorCodes } from './errors.ts';
