export * from './choose.ts';
export {
  checkEmissionFactor,
  type EmissionFactor,
  type FactorFindingCode,
  factorFindingCodes,
  type GasDetail,
} from './factor.ts';
