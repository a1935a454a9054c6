import { groupsPerPass, type Kernel } from './kernel.ts';
import { plainDraws } from './plain-draws.ts';

/** The kernel in JavaScript. */
export const plainKernel: Kernel = {
  rollUp(from, to, rowStart, column, amount, x) {
    for (let i = from, p = rowStart[from]!; i < to; i++) {
      let sum = x[i]!;
      for (const end = rowStart[i + 1]!; p < end; p++) sum += amount[p]! * x[column[p]!]!;
      x[i] = sum;
    }
  },
  rollUpGroups(from, to, rowStart, column, amount, direct, group, firstGroup, lanes) {
    for (let i = from, p = rowStart[from]!; i < to; i++) {
      const out = i * groupsPerPass;
      for (let k = 0; k < groupsPerPass; k++) lanes[out + k] = 0;
      for (const end = rowStart[i + 1]!; p < end; p++) {
        const v = column[p]! * groupsPerPass;
        const f = amount[p]!;
        for (let k = 0; k < groupsPerPass; k++) lanes[out + k]! += f * lanes[v + k]!;
      }
      const lane = group[i]! - firstGroup;
      if (lane >= 0 && lane < groupsPerPass) lanes[out + lane]! += direct[i]!;
    }
  },
  draws: plainDraws,
};
