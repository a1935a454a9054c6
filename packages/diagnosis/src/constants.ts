/** 1 kWh = 860 kcal (R10.4), the rounded value of Taiwan practice. */
export const kcalPerKwh = 860;
/** 1 refrigeration ton (冷凍噸, RT) = 3,024 kcal/h (R10.4). */
export const kcalPerHourPerRt = 3024;
/** 1 hp = 0.746 kW (R10.4). */
export const kwPerHp = 0.746;
/** 1 ft³ = 0.0283168... m³, exactly 0.3048³ (R10.4). */
export const m3PerFt3 = 0.028316846592;
/** Hours a year can have, leap years included. */
export const hoursOfYear = { min: 0, max: 8784 };
