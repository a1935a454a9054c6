export * from './choose.ts';
export {
  checkEmissionFactor,
  type EmissionFactor,
  type FactorBoundary,
  type FactorDataQuality,
  type FactorFindingCode,
  type FactorSourceType,
  factorBoundaries,
  factorFindingCodes,
  factorSourceTypes,
  type GasDetail,
} from './factor.ts';
