import type {
  BalanceDirection,
  BalanceKind,
  BalanceQuestion,
  ChangeCategory,
  NextStepKind,
} from '@slipstream/footprint';
import type { SuppressionReason } from '@slipstream/programme';

/** How results are put into words: balances, changes between two states, what to do next, what stays hidden. */
export const reading = {
  balanceKind: { mass: '質量平衡', energy: '能量平衡' } satisfies Record<BalanceKind, string>,
  balanceDirection: {
    inputExceedsOutput: '投入比產出多',
    outputExceedsInput: '產出比投入多',
    equal: '投入與產出相等',
  } satisfies Record<BalanceDirection, string>,
  balanceQuestion: {
    missedOrEnteredTwice: '有沒有哪一項漏填，或同一項填了兩次？',
    wrongUnit: '單位有沒有填錯，例如把公克填成公斤？',
    unsuitableAllocation: '分配的方式適合嗎？',
    reusedMaterialAsSingleUse: '重複使用的材料，是不是每次都算成新的？',
    calculatedFromComposition: '數量是不是由成分比例推算，而不是實際秤量？',
    differentPeriods: '投入和產出是同一段期間的嗎？',
  } satisfies Record<BalanceQuestion, string>,
  changeCategory: {
    volume: '產量',
    mix: '供應與用料組合',
    activityIntensity: '單位用量',
    supplierFootprint: '供應商的碳足跡',
    dataType: '改用實測或推估數據',
    factorEdition: '係數改版',
    gwpSet: '全球暖化潛勢改版',
    allocation: '分配方式',
    boundary: '計算範圍',
  } satisfies Record<ChangeCategory, string>,
  nextStep: {
    askSupplier: '請供應商提供自己的數據',
    measureActivity: '實際量測用量',
    improveFactor: '換一個更貼近的排放係數',
  } satisfies Record<NextStepKind, string>,
  suppressionReason: {
    tooFewMembers: '成員太少，公布會看得出是誰。',
    dominated: '其中一兩家占了大部分，公布會看得出它們的數字。',
    differencing: '和已公布的數字相減，會看得出個別成員。',
    solvable: '和已公布的數字合起來，能算出某一家的數字。',
    complementary: '公布這一格，會讓旁邊隱藏的格子被算出來。',
  } satisfies Record<SuppressionReason, string>,
} as const;
