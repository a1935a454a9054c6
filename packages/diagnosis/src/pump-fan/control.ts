/** Ways to give a pump less water to move (R24.8), best first. */
export const pumpControls = ['variableSpeed', 'startStop', 'throttling', 'bypass'] as const;
export type PumpControl = (typeof pumpControls)[number];

/** Ways to give a fan less air to move (R24.8), best first. */
export const fanControls = ['variableSpeed', 'inletGuideVanes', 'dampers'] as const;
export type FanControl = (typeof fanControls)[number];

/**
 * What each pump control saves (R24.8). Throttling raises the head and a bypass keeps the full flow, so neither
 * earns a saving; start/stop saves hours, controls coarsely and wears the machine.
 */
export const pumpControlEffects = {
  variableSpeed: { saves: 'cubeOfSpeed', coarse: false, wears: false },
  startStop: { saves: 'hours', coarse: true, wears: true },
  throttling: { saves: 'nothing', coarse: false, wears: false },
  bypass: { saves: 'nothing', coarse: false, wears: false },
} as const satisfies Record<
  PumpControl,
  { saves: 'cubeOfSpeed' | 'hours' | 'nothing'; coarse: boolean; wears: boolean }
>;

/** Variable air volume saves 20 to 30 %, loads being mostly near one half (R24.8). */
export const variableAirVolumeSavingPercent = { low: 20, high: 30, typicalLoad: 50 } as const;
