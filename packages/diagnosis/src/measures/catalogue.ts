import type { SavingFormulaKind } from './saving.ts';

export const diagnosedSystems = ['chilledWater', 'compressedAir'] as const;
export type DiagnosedSystem = (typeof diagnosedSystems)[number];

interface CatalogueEntry {
  readonly system: DiagnosedSystem;
  /** Compressed air tells the compressor room from the points of use (R25.12). */
  readonly side: 'supply' | 'use';
  /** Formulas that may yield the saving, the fitting one first. */
  readonly formulas: readonly SavingFormulaKind[];
}

const chilledWater = (...formulas: readonly SavingFormulaKind[]) =>
  ({ system: 'chilledWater', side: 'supply', formulas }) as const;
const airSupply = (...formulas: readonly SavingFormulaKind[]) =>
  ({ system: 'compressedAir', side: 'supply', formulas }) as const;
const airUse = (...formulas: readonly SavingFormulaKind[]) =>
  ({ system: 'compressedAir', side: 'use', formulas }) as const;

/** Every measure a diagnosis may prescribe (R24.10, R25.12), with the formulas that yield its kWh. */
export const measureCatalogue = {
  'chilledWater.loadReduction': chilledWater('energyDifference', 'shareOfEnergy'),
  'chilledWater.maintenance': chilledWater('shareOfEnergy', 'energyDifference'),
  'chilledWater.energyManagement': chilledWater('shareOfEnergy', 'energyDifference'),
  'chilledWater.warmerChilledWater': chilledWater('chillerTemperature'),
  'chilledWater.lowerCondensing': chilledWater('chillerTemperature'),
  'chilledWater.colderCoolingWater': chilledWater('chillerTemperature'),
  'chilledWater.transportPower': chilledWater('speedControl', 'stoppedHours', 'energyDifference'),
  'chilledWater.loadRatio': chilledWater('shareOfEnergy', 'energyDifference'),
  'chilledWater.replaceChiller': chilledWater('specificPower'),
  'chilledWater.heatRecovery': chilledWater('energyDifference'),
  'chilledWater.insulation': chilledWater('energyDifference', 'shareOfEnergy'),
  'chilledWater.towerOptimisation': chilledWater('speedControl', 'stoppedHours', 'specificPower'),
  'chilledWater.heatExchangerCleaning': chilledWater('chillerTemperature', 'energyDifference'),
  'chilledWater.sensorCalibration': chilledWater('shareOfEnergy', 'energyDifference'),
  'compressedAir.lowerSetPressure': airSupply('setPressure'),
  'compressedAir.replaceMachine': airSupply('specificPower', 'energyDifference'),
  'compressedAir.betterControl': airSupply('unloadedRunning', 'energyDifference'),
  'compressedAir.machineGrouping': airSupply('energyDifference', 'unloadedRunning'),
  'compressedAir.maintenance': airSupply('shareOfEnergy', 'energyDifference'),
  'compressedAir.coolerMachineRoom': airSupply('inletAir'),
  'compressedAir.receiverOrRingMain': airUse('setPressure', 'energyDifference'),
  'compressedAir.repairLeaks': airUse('leakRepair'),
  'compressedAir.betterDrains': airUse('drainReplacement'),
  'compressedAir.pipework': airUse('setPressure', 'energyDifference'),
  'compressedAir.airQuality': airUse('energyDifference', 'shareOfEnergy'),
  'compressedAir.separatePressureLevels': airUse('setPressure', 'energyDifference'),
} as const satisfies Record<string, CatalogueEntry>;
export type MeasureId = keyof typeof measureCatalogue;

export const measureIds = Object.keys(measureCatalogue) as readonly MeasureId[];
